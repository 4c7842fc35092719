"""The pattern: it fills its frame, neighbours differ, and the same seed gives the same pattern."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from meetingplace.documents import mosaic
from meetingplace.documents.mosaic import Kind

FRAMES = [(12, 5), (12, 4), (4, 5), (4, 4)]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 1_000_000), frame=st.sampled_from(FRAMES))
def test_neighbours_never_share_a_ground(seed: int, frame: tuple[int, int]) -> None:
    tiles = mosaic.arranged(*frame, seed)
    # worked out cell by cell, not by the tiles' own idea of touching
    ground = {
        (tile.column + across, tile.row + down): (number, tile.ground)
        for number, tile in enumerate(tiles)
        for across in range(tile.span)
        for down in range(tile.span)
    }
    assert len(ground) == frame[0] * frame[1]
    for (column, row), (number, tone) in ground.items():
        for beside in ((column + 1, row), (column, row + 1)):
            if beside in ground and ground[beside][0] != number:
                assert ground[beside][1] != tone


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1_000_000), frame=st.sampled_from(FRAMES))
def test_tiles_fill_the_frame_without_overlap(seed: int, frame: tuple[int, int]) -> None:
    tiles = mosaic.arranged(*frame, seed)
    assert sum(tile.span**2 for tile in tiles) == frame[0] * frame[1]
    assert all(tile.column + tile.span <= frame[0] and tile.row + tile.span <= frame[1] for tile in tiles)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1_000_000))
def test_what_lies_under_the_price_is_plain(seed: int) -> None:
    covered = frozenset({(10, 3), (11, 3), (9, 4), (10, 4), (11, 4)})
    for tile in mosaic.arranged(12, 5, seed, covered=covered):
        cells = {(tile.column + a, tile.row + d) for a in range(tile.span) for d in range(tile.span)}
        assert not cells & covered or tile.kind is Kind.PLAIN


def test_a_seed_keeps_its_pattern_and_another_differs() -> None:
    assert mosaic.arranged(12, 5, 3) == mosaic.arranged(12, 5, 3)
    assert mosaic.arranged(12, 5, 3) != mosaic.arranged(12, 5, 4)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 1_000_000))
def test_parents_and_children_stand_in_every_pattern_and_big_pictograms_once(seed: int) -> None:
    tiles = mosaic.arranged(12, 5, seed, ("toy-brick", "coffee"))
    assert any(tile.kind is Kind.BIG_AND_SMALL and tile.span == 2 for tile in tiles)
    big = [tile.pictogram for tile in tiles if tile.pictogram and tile.span > 1]
    assert len(big) == len(set(big))


def test_the_theme_chooses_pictograms() -> None:
    tiles = mosaic.arranged(12, 5, 11, ("coffee",))
    assert "coffee" in {tile.pictogram for tile in tiles}


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 1_000_000))
def test_neither_the_big_nor_the_small_one_flows_into_the_tile_below(seed: int) -> None:
    tiles = mosaic.arranged(12, 5, seed)
    ground = {
        (tile.column + across, tile.row + down): tile.ground
        for tile in tiles
        for across in range(tile.span)
        for down in range(tile.span)
    }
    for tile in tiles:
        if tile.kind is Kind.BIG_AND_SMALL:
            below = tile.row + tile.span
            assert tile.figure != ground.get((tile.column, below))
            assert tile.second != ground.get((tile.column + 1, below))
