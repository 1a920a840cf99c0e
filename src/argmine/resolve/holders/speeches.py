"""For whom a delegate speaks: his State, or a group for which he says that he speaks."""

from __future__ import annotations

import re

from argmine.resolve.holders.names import slug
from argmine.resolve.holders.registered import known
from argmine.types import Holder, Speech

_FOR = re.compile(
    r"\b(?:I|We|My delegation|[A-Z]\w+)\b[^.;:]{0,80}?"
    r"\b(?:speak|speaking|deliver|delivering|take|taking|make|making|address)\b"
    r"(?:\s(?:the\sfloor|this\sstatement|the\sfollowing\sstatement|a\sstatement|the\sAssembly|now|today|here|to))*"
    r"\s(?:on\sbehalf\sof|in\sthe\sname\sof)\s(?:the\s)?(?P<name>[A-Z][\w’'-]*(?:[-–\s](?:of\s|and\s|the\s|its\s|on\s)*[\w’'-]+){0,9}?)"
    r"(?=\s?[.,;:—–(]|\sand\smy\b|\sas\s|\son\s|\sin\s|\sto\s|\sat\s)"
)
# the President of the Council, who may speak for his own State
_AS = re.compile(
    r"\bin\s(?:my|our)\s(?:own\s)?(?:national\s)?capacity\sas\s(?:the\s)?(?:[Pp]ermanent\s)?[Rr]epresentative\sof\s(?:the\s)?"
    r"(?P<name>[A-Z][\w’'-]*(?:\s(?:of\s|and\s|the\s|d[’'])*[A-Z][\w’'-]*){0,5})"
)
_NATIONAL = re.compile(
    r"\bin\s(?:my|our)\s(?:own\s)?national\scapacity\b|\bspeaking\sfor\smy\s(?:own\s)?(?:country|delegation)\b"
)
_LATER = re.compile(r"\b(?:before|after|later|then)\b[^.]{0,30}\Z")
_NOT_THEY = re.compile(r"\b(?:representative|delegation|Ambassador|Permanent|statement)\b")
_PLURAL = re.compile(
    r"(?:countries|States|States [Pp]arties|nations|members|Group|Movement|Union|Community|Forum|Alliance)\b"
)


def represented(text: str, speech: Speech, offset: int) -> Holder | None:
    """The group for which the speaker says, before `offset`, that he speaks; None where he speaks for his State."""
    start = speech.span.start
    holder: Holder | None = None
    end = speech.span.end
    turns = [*_FOR.finditer(text, start, end), *_AS.finditer(text, start, end), *_NATIONAL.finditer(text, start, end)]
    for turn in sorted(turns, key=lambda match: match.start()):
        if _sentence_start(text, turn.start()) > offset:
            break
        if "name" not in turn.re.groupindex:
            holder = None
        elif turn.re is _AS:
            holder = known(turn["name"]) or holder
        elif not _LATER.search(
            text[turn.start() : turn.start("name")].rpartition(" behalf")[0]
        ) and not _NOT_THEY.search(turn.group()[: turn.start("name") - turn.start()]):
            holder = _group(turn["name"])
    return holder


def _sentence_start(text: str, offset: int) -> int:
    return max(text.rfind(mark, 0, offset) for mark in (". ", "? ", "! ", "\n")) + 1


def _group(name: str) -> Holder | None:
    words = " ".join(name.split())
    found = known(words)
    if found is not None:
        return found
    return Holder(words, "group", f"group:{slug(words)}") if _PLURAL.search(words) else None
