"""Biographies: notes and sentences on the author, whose degrees and posts have years and bodies but are no works.

J.D. Candidate, Ice School of Law, 2026; B.A., Polar University, 2021. · Professor of Law, University of Frostburg.
Ada Lind received an LL.M. from the University of Frostburg (2007). She also completed a J.D. at ...
"""

from __future__ import annotations

import re

from argmine.mine.citations.triggers import Triggered

_DEGREE = (
    r"(?:LL\.?\s?[BMD]\.?|S\.?J\.?D\.?|J\.?S?\.?D\.?|Ph\.?\s?D\.?|D\.?\s?Phil\.?|M\.?Phil\.?|[BM]\.?\s?A\.?|[BM]\.?\s?S\.?(?:c\.?)?"
    r"|M\.?B\.?A\.?|M\.?P\.?[APH]\.?|B\.?C\.?L\.?|Dr\.?\s?[ij]ur\.?|Juris\sDoctor|Bachelor|Master|Doctor)"
)
_OF_SCHOOL = r"[^.;]{0,90}?\b(?:[Uu]niv|Law\sSchool|School\sof|College|Institut|[Cc]andidate|cum\slaude|Academy)"
_NO_THESIS = r"(?!.{0,60}\b(?:[Tt]hesis|[Dd]issertation)\b)"
_DEGREES = Triggered(
    rf"(?:(?:^|[.;,]\s){_NO_THESIS}{_DEGREE}(?:\s\([^()]{{2,30}}\))?,?\s(?=\(?[A-Zc\d(]){_OF_SCHOOL}"
    rf"|\b(?:receiv|earn|complet|obtain|hold|award)\w{{0,3}}\s(?:(?:also|was)\s)?(?:an?|his|her|their|the)\s"
    rf"(?:degrees?\sof\s)?{_NO_THESIS}{_DEGREE}(?!\w))",
    marks=(
        "LL. L.M LM L.B LB L.D J.D JD h.D hD D.Phil DPhil M.Phil MPhil B.A BA M.A MA B.S BS M.S MS M.B.A MBA M.P MP"
        " B.C.L BCL Juris Bachelor Master Doctor Dr."
    ).split(" "),
)
_POST = re.compile(
    r"(?:[*†‡]+\s?)?(?:The\sauthors?\s(?:is|are)\s(?:an?\s)?|[A-ZÀ-Þ][^.;:“”\d]{3,40}?\sis\s(?:currently\s)?(?:an?\s|the\s)?)?"
    r"(?:(?:Visiting|Associate|Assistant|Adjunct|Senior|Junior|Emeritus|Distinguished|Full|Research|Clinical|Former|Legal|General"
    r"|Managing|Executive|Doctoral|Ph\.?D\.?|J\.D\.|Deputy)\s){0,3}"
    r"(?:[Pp]rofessor|[Ll]ecturer|[Ff]ellow|[Cc]andidate|[Ss]cholar|[Rr]esearcher|[Aa]ttorney|[Aa]dvis[eo]r|[Cc]ounsel"
    r"|[Cc]ounsellor|[Pp]artner|[Dd]ean|[Dd]irector|[Ss]tudent|[Pp]rofesor|[Jj]udge|[Mm]ember)(?:\s[Ee]mer\w+)?"
    r"(?:,|\s(?:of|at|in|for|with|to|on)\s)"
)
_READ = 1500  # characters of a note in which it says so


def is_biography(note: str, *, is_numbered: bool) -> bool:
    """Whether a note says who its author is: a degree with its school, or a post with which a note without number
    begins ("Director of the Ice Office, Report" is an author in the others).
    """
    return _DEGREES.search(note[:_READ]) is not None or (not is_numbered and _POST.match(note) is not None)
