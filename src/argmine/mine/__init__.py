"""Document → mentions: sentences, claims, attributions, citations, references.

`find_…` takes text and gives spans; nothing here knows what a mention means. `components` hangs the finders into a
spaCy pipeline.
"""
