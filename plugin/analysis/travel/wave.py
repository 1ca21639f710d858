"""Shortest times over terrain as a wave that spreads in slices of time.

On a grid of a million cells a heap that settles one node after the other holds the interpreter for seconds. Here all
nodes of a slice are settled together (delta-stepping: Meyer, U., Sanders, P. (2003), Journal of Algorithms 49:114-152):
a slice is relaxed until nothing in it changes any more, then the next begins. The times are those of Dijkstra's
algorithm; between two rounds progress is told and the search can be stopped.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from ..progress import Progress, silent
from .terrain import Steps

SLICE_STEPS = 2.0  #: width of a slice in median steps: wider slices relax more than once, narrower ones wait more often
TELL_EVERY = 20  #: rounds between two reports


def spread(steps: Steps, links: csr_matrix, sources: np.ndarray, limit: float, progress: Progress = silent):
    """Minutes (nodes,) from the nearest of ``sources`` up to ``limit``, infinite beyond, and that source or -1."""
    wave = _Wave(steps, links, sources, limit)
    width = _slice_width(steps)
    waiting, horizon, rounds = np.asarray(sources), width, 0
    while len(waiting):
        early = wave.minutes[waiting] < horizon
        front, later = waiting[early], [waiting[~early]]
        while len(front):
            rounds += 1
            if rounds % TELL_EVERY == 0:
                progress("search", wave.share(horizon))
            improved = wave.relax(front)
            early = wave.minutes[improved] < horizon
            front = improved[early]
            later.append(improved[~early])
        waiting = np.unique(np.concatenate(later))
        waiting = waiting[wave.minutes[waiting] >= horizon]
        if len(waiting):
            horizon = float(wave.minutes[waiting].min()) + width
    return wave.minutes, wave.source


def _slice_width(steps: Steps) -> float:
    sample = steps.minutes.ravel()[:: max(1, steps.minutes.size // 10_000)]
    sample = sample[np.isfinite(sample)]
    return SLICE_STEPS * float(np.median(sample)) if len(sample) else 1.0


class _Wave:
    """The best time and source known of every node."""

    def __init__(self, steps: Steps, links: csr_matrix, sources: np.ndarray, limit: float):
        self.steps, self.links, self.limit = steps, links, limit
        self.cells = len(steps.minutes)
        self.degree = np.diff(links.indptr)
        self.minutes = np.full(links.shape[0], np.inf)
        self.source = np.full(links.shape[0], -1)
        self.minutes[sources], self.source[sources] = 0.0, sources

    def share(self, horizon: float) -> float:
        """How much is done: of the time when there is a limit that will be met, else of the cells."""
        if np.isfinite(self.limit):
            return min(1.0, horizon / self.limit)
        return float(np.isfinite(self.minutes).mean())

    def relax(self, front: np.ndarray) -> np.ndarray:
        """Take all edges out of ``front``; return the nodes whose time became better, each once."""
        cell = front[front < self.cells]
        target, arrival = self.steps.target[cell], self.minutes[cell][:, None] + self.steps.minutes[cell]
        better = (arrival < self.minutes[target]) & (arrival <= self.limit)
        row = np.nonzero(better)[0]
        found = [(target[better], arrival[better], self.source[cell[row]])]
        linked = front[self.degree[front] > 0]
        if len(linked):
            found.append(self._by_links(linked))
        target, arrival, source = (np.concatenate(part) for part in zip(*found))
        self._take(target, arrival, source)
        return np.unique(target)

    def _by_links(self, node: np.ndarray):
        degree = self.degree[node]
        owner = np.repeat(node, degree)
        place = np.repeat(self.links.indptr[node] - np.cumsum(degree) + degree, degree) + np.arange(len(owner))
        target, arrival = self.links.indices[place], self.minutes[owner] + self.links.data[place]
        better = (arrival < self.minutes[target]) & (arrival <= self.limit)
        return target[better], arrival[better], self.source[owner[better]]

    def _take(self, target: np.ndarray, arrival: np.ndarray, source: np.ndarray) -> None:
        """Keep the earliest arrival at each target: written from late to early, the earliest is written last."""
        order = np.argsort(-arrival, kind="stable")
        target = target[order]
        self.minutes[target], self.source[target] = arrival[order], source[order]
