"""Mention → the thing meant: instruments, provisions, antecedents, holders.

A link is made only when one candidate remains; otherwise an `Unresolved` with its reason is kept.
"""
