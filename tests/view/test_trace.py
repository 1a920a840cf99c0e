"""A trace shows readings, those that exclude each other side by side, and on whom they rest."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from argmine.errors import QueryError
from argmine.intake import make_plan, read_here, run
from argmine.settings import Settings
from argmine.store import Database
from argmine.types import Comparison, Provision, Work
from argmine.view.answers.authorities import authorities
from argmine.view.answers.compare import compare
from argmine.view.answers.groups import shortened
from argmine.view.answers.holder import holder
from argmine.view.answers.reliance import Reliance, curves, places, reliances
from argmine.view.answers.trace import Only, Trace, trace
from argmine.view.shown.holders import show_profile
from argmine.view.shown.markdown import trace_as_markdown
from argmine.view.shown.meetings import show_meeting
from argmine.view.shown.terminal import show_trace
from tests.conftest import Silent

ARTICLE = Provision("OST", ("II",))


@pytest.fixture(scope="module")
def traced(samples: Settings) -> Trace:
    return trace(samples, ARTICLE)


def test_every_claim_is_in_a_reading_or_beside_them(samples: Settings, traced: Trace) -> None:
    with Database.open(samples.folder) as database:
        claims = {claim.row for claim in database.claims_on(ARTICLE)}
        readings = {each.id for each in database.interpretations_on(ARTICLE)}
    assert {claim.row for claim in traced.claims} == claims
    assert {group.reading for group in traced.groups} - {None} == readings


def test_claims_whose_link_is_weak_are_left_out(samples: Settings, traced: Trace) -> None:
    scores = {
        claim.row: max(link.score for link in claim.links if link.provision.path[:1] == ("II",))
        for claim in traced.claims
    }
    kept = {claim.row for claim in trace(samples, ARTICLE, only=Only(min_score=0.8)).claims}
    assert kept == {row for row, score in scores.items() if score >= 0.8} != set(scores)


def test_a_reading_stands_beside_one_that_excludes_it(traced: Trace) -> None:
    pairs = zip(traced.groups, traced.groups[1:], strict=False)
    assert any(after.reading in before.opposed and before.reading in after.opposed for before, after in pairs)


def test_a_reading_begins_with_a_claim_of_its_own_stance(traced: Trace) -> None:
    for group in traced.groups:
        if group.stance in {claim.stance for claim in group.claims}:
            assert group.claims[0].stance == group.stance


def titled(work: Work) -> str:
    return (work.description.title or "").casefold()


def test_authorities_are_those_on_which_its_claims_rest(samples: Settings, traced: Trace) -> None:
    with Database.open(samples.folder) as database:
        expected = {row.work: count for row, count in database.authorities(ARTICLE)}
    own = next(work for work in expected if titled(work) == traced.title.casefold())
    assert dict(traced.authorities) | {own: expected[own]} == expected


def test_a_treaty_is_no_authority_for_what_it_says_itself(samples: Settings, traced: Trace) -> None:
    listed = [work for work, _ in traced.authorities] + [row.work for row, _ in authorities(samples, ARTICLE)]
    assert traced.title.casefold() not in set(map(titled, listed))


def test_a_reading_tells_how_many_of_its_claims_take_its_stance(traced: Trace) -> None:
    group = next(each for each in traced.readings if len(each.claims) > 2 and each.stance == "permits")
    alike = tuple(replace(claim, stance="permits") for claim in group.claims)
    mixed = (replace(group.claims[0], stance=None), *alike[1:])
    assert replace(group, claims=alike).summary.startswith(f"It permits · {len(alike)} claims")
    assert replace(group, claims=mixed).summary.startswith(f"It permits · {len(alike) - 1} of {len(alike)} claims")


@pytest.mark.parametrize("width", [80, 130])
def test_no_line_is_wider_than_the_terminal_and_every_reading_is_told(traced: Trace, width: int) -> None:
    out = io.StringIO()
    show_trace(traced, Console(file=out, width=width), 2)
    assert max(map(len, out.getvalue().splitlines())) <= width
    printed = " ".join(out.getvalue().split())
    if width == 80:
        assert all(" ".join(group.title.split()) in printed for group in traced.groups)
        assert all(" ".join(group.summary.split()) in printed for group in traced.groups)
        assert all(str(group.reading) in printed for group in traced.readings)
    assert "Authorities relied on" in printed


def test_the_strongest_readings_are_shown_and_the_others_counted(traced: Trace) -> None:
    out = io.StringIO()
    show_trace(traced, Console(file=out, width=130), 1, 2)
    left = len(traced.readings) - 2
    assert f"… and {left} more reading" in out.getvalue()
    assert out.getvalue().count("@OST:II") == 2
    held = [len(group.holders) for group in traced.readings]
    assert held[0] == max(held)


def test_a_reading_is_named_by_a_user_or_by_the_claim_that_comes_first(traced: Trace) -> None:
    for group in traced.readings:
        assert group.claims[0].text == group.label
    named = replace(traced.readings[0], label="No ownership", named=True)
    assert named.title == "No ownership"


LONG = f"Ore may be sold by whoever {'duly ' * 9}mined it, which is what the drafters wanted"


@pytest.mark.parametrize(
    ("claim", "label"),
    [
        ("Ore may be sold.", "Ore may be sold."),
        (f"{LONG}, and as nobody{' ever' * 9}", f"{LONG} …"),
        (f"Ore{' ever' * 40}", f"Ore{' ever' * 23} …"),
    ],
)
def test_a_label_ends_at_a_clause(claim: str, label: str) -> None:
    assert shortened(claim) == label


def test_of_two_holders_each_reading_is_set_against_one_only(samples: Settings) -> None:
    meeting = compare(samples, ARTICLE, "Halvorsen", "Thorncastle")
    met = [held.interpretation.id for pair in meeting.clashes for held in pair]
    assert met
    assert len(met) == len(set(met))


def test_a_holder_is_shown_on_one_provision(samples: Settings) -> None:
    held = holder(samples, "Thorncastle", ARTICLE).held
    assert {each.interpretation.provision for each in held} == {"OST:II"}
    assert len(holder(samples, "Thorncastle").held) > len(held)


def test_markdown_tells_who_reports_and_how_a_link_was_found(traced: Trace) -> None:
    written = trace_as_markdown(traced, 100)
    reported = [claim for claim in traced.claims if claim.attribution != "own"]
    assert reported
    assert all(f"({claim.attribution} by " in written for claim in reported)
    assert any(f"({link.method} ." in written for claim in traced.claims for link in claim.links)


def test_who_relies_and_is_relied_on_stands_between_the_others() -> None:
    """Adler → Bruun → Castellane, and Adler → the Commission."""
    found = [
        Reliance("Adler", "Bruun", 3, "permits"), Reliance("Bruun", "Castellane", 1, None),
        Reliance("Adler", "Commission", 1, None),
    ]  # fmt: skip
    layers = {name: layer for name, (layer, _) in places(found).items()}
    assert layers == {"Adler": 0, "Bruun": 1, "Castellane": 2, "Commission": 2}
    assert len(set(places(found).values())) == 4


def test_two_who_rely_on_each_other_are_placed() -> None:
    assert set(places([Reliance("A", "B", 1, None), Reliance("B", "A", 1, None)])) == {"A", "B"}


def test_a_line_runs_from_one_place_to_the_other() -> None:
    found = [Reliance("Adler", "Bruun", 1, None)]
    ends = {row["step"]: (row["x"], row["y"]) for row in curves(found)}
    assert (ends[0], ends[3]) == (places(found)["Adler"], places(found)["Bruun"])


def test_relying_is_counted_by_claims_and_nobody_relies_on_himself(traced: Trace) -> None:
    found = reliances(traced.rests)
    assert found
    assert all(each.one != each.other for each in found)
    assert sum(each.claims for each in found) <= len(traced.rests)


def ingested(folder: Path, text: str) -> Settings:
    """A corpus of one document."""
    (folder / "one.txt").write_text(text, encoding="utf-8")
    settings = Settings(corpus=str(folder / "corpus"))
    with make_plan([str(folder / "one.txt")], settings) as plan:
        run(plan, settings, read_here, Silent())
    return settings


def test_whoever_holds_no_reading_is_shown_with_his_claims(tmp_path: Path) -> None:
    settings = ingested(tmp_path, "Ruritania argues that the use of a launching site requires a licence.")
    profile = holder(settings, "Ruritania")
    show_profile(profile, Console(file=(shown := io.StringIO()), width=120))
    assert (profile.held, [claim.holder.name for claim in profile.beside]) == ((), ["Ruritania"])
    assert "1 claim beside, tied to no reading of a provision" in shown.getvalue()


def test_a_document_without_positions_is_told(tmp_path: Path) -> None:
    settings = ingested(tmp_path, "Halvorsen argues that Article II of the OST prohibits the ownership of ice.")
    assert holder(settings, "Halvorsen").uncompared == 0
    with Database.open(settings.folder, write=True) as database:
        database.rewrite_comparison(Comparison((), ()))
    assert holder(settings, "Halvorsen").uncompared == 1
    show_trace(trace(settings, ARTICLE), Console(file=(shown := io.StringIO()), width=120), 2)
    assert "Readings are not up to date: 1 document in none yet." in shown.getvalue()


def test_linked_claims_in_no_reading_are_shown_with_their_holder(tmp_path: Path) -> None:
    words = "argues that Article II of the OST prohibits the ownership of ice."
    settings = ingested(tmp_path, f"Halvorsen {words}\n\nRuritania {words}")
    with Database.open(settings.folder, write=True) as database:
        database.rewrite_comparison(Comparison((), ()))
    console = Console(file=(shown := io.StringIO()), width=120)
    show_profile(holder(settings, "Halvorsen", ARTICLE), console)
    show_meeting(compare(settings, ARTICLE, "Halvorsen", "Ruritania"), console)
    assert shown.getvalue().count("1 claim linked to OST:II in no reading\n") == 3
    assert "“Ruritania argues that Article II" in shown.getvalue()
    assert not holder(settings, "Halvorsen", Provision("OST", ("VI",))).beside


def test_what_a_holder_is_shown_with_he_said_himself(samples: Settings) -> None:
    """A reading of several holders is named by a sentence of one of them: of the others it is not told."""
    with Database.open(samples.folder) as database:
        shared = next(each for each in database.interpretations_on(ARTICLE) if len(each.holders) > 1)
    for one in shared.holders:
        profile = holder(samples, one.id, ARTICLE)
        show_profile(profile, Console(file=(shown := io.StringIO()), width=2000), limit=1)
        said = {claim.text for each in profile.held for claim in each.claims}
        lines = [line.strip() for line in shown.getvalue().splitlines()]
        assert {line[1:-1] for line in lines if line.startswith("“")} <= said
        assert shared.label in said or not [line for line in lines if line.startswith(shortened(shared.label)[:60])]


@pytest.mark.parametrize(
    ("typed", "name"), [("ITLOS", "International Tribunal for the Law of the Sea"), ("USA", "United States of America")]
)
def test_a_court_and_a_state_are_found_by_their_other_names(tmp_path: Path, typed: str, name: str) -> None:
    settings = ingested(tmp_path, f"The {name} held that Article II of the OST prohibits the ownership of ice.")
    assert holder(settings, typed).holder.name == name


def test_nobody_is_called_so(samples: Settings) -> None:
    with pytest.raises(QueryError, match="Nobody in the corpus holds a claim under the name 'Zzyzx'"):
        holder(samples, "Zzyzx")


def test_a_person_stands_once_among_the_holders(traced: Trace) -> None:
    """P. Castellane, who signs a paper so, is the Pierre Castellane whom others report."""
    kinds = {name: kind for name, kind, _ in traced.holders}
    assert kinds["Pierre Castellane"] == kinds["Rafael Quintanar"] == kinds["Solveig T. Halvorsen"] == "author"
    assert "P. Castellane" not in kinds
    assert len(traced.holders) == len(kinds)
    assert sum(count for _, _, count in traced.holders) == len(traced.claims)
