"""Files from outside, none of which is believed: where they come from, what each is, and what opening one may cost."""
