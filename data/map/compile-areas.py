#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles the prefectures' TopoJSON into the file that the program maps at its start.

Usage: compile-areas.py INPUT.topojson OUTPUT.bin

The lines are simplified arc by arc, not polygon by polygon, so that a border between two
prefectures is one line at every level of detail and no gap opens along it. README.md in this folder
describes the format, which src/draw/mdg-boundaries-file.c reads and checks.
"""

import array
import heapq
import json
import math
import struct
import sys
import zlib

MAGIC = b'MDGAREAS'
VERSION = 1
HEADER = struct.Struct('<8s11I')

# As in src/draw/mdg-boundaries.h.
ORIGIN_LONGITUDE = 138.0
ORIGIN_LATITUDE = 36.0
WORLD = 256.0

N_AREAS = 47

# Each level is made for one zoom level and all below it; the last has every point of the source.
LEVEL_ZOOMS = (4, 5, 6, 7, 8, 9, 10)
# How far, in pixels, a simplified line may run from the true one.
TOLERANCE = 0.4
# An islet smaller than this, in square pixels, is not drawn at a level.
LEAST_SURFACE = 0.3

# Over the sea, where no arc is shared, people still expect to walk from one to the other: along
# the tunnels, bridges and ferries, and to Okinawa.
SEA_NEIGHBOURS = (
    (1, 2), (1, 5),      # 北海道, 青森県, 秋田県
    (12, 14),            # 千葉県, 神奈川県
    (23, 24),            # 愛知県, 三重県
    (28, 36), (30, 36),  # 兵庫県, 和歌山県, 徳島県
    (33, 37), (34, 38),  # 岡山県, 香川県; 広島県, 愛媛県
    (35, 40), (35, 44),  # 山口県, 福岡県, 大分県
    (38, 44), (39, 45),  # 愛媛県, 大分県; 高知県, 宮崎県
    (42, 43), (46, 47),  # 長崎県, 熊本県; 鹿児島県, 沖縄県
)


def mercator(longitude, latitude):
    """Projects to pixels of a world that is WORLD wide."""
    x = (longitude + 180.0) / 360.0 * WORLD
    sine = math.sin(math.radians(latitude))
    y = (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * WORLD
    return x, y


ORIGIN = mercator(ORIGIN_LONGITUDE, ORIGIN_LATITUDE)


def project(longitude, latitude):
    x, y = mercator(longitude, latitude)
    return x - ORIGIN[0], y - ORIGIN[1]


def read_arcs(topology):
    """Returns the arcs as lists of points in map units."""
    (scale_x, scale_y) = topology['transform']['scale']
    (shift_x, shift_y) = topology['transform']['translate']
    arcs = []
    for deltas in topology['arcs']:
        x = y = 0
        points = []
        for dx, dy in deltas:
            x += dx
            y += dy
            points.append(project(shift_x + x * scale_x, shift_y + y * scale_y))
        arcs.append(points)
    return arcs


def read_areas(topology):
    """Returns, by area code, a list of polygons, each a list of rings of signed arc numbers."""
    (collection,) = topology['objects'].values()
    areas = {}
    for geometry in collection['geometries']:
        polygons = geometry['arcs']
        if geometry['type'] == 'Polygon':
            polygons = [polygons]
        elif geometry['type'] != 'MultiPolygon':
            raise ValueError(f'area {geometry["id"]} is a {geometry["type"]}')
        areas[int(geometry['id'])] = polygons
    if sorted(areas) != list(range(1, N_AREAS + 1)):
        raise ValueError('the areas are not the prefectures 01 to 47')
    return areas


def distance_to_segment(point, start, end):
    px, py = point
    ax, ay = start
    dx, dy = end[0] - ax, end[1] - ay
    length = dx * dx + dy * dy
    if length > 0:
        t = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
        ax += t * dx
        ay += t * dy
    return math.hypot(px - ax, py - ay)


def significance(points):
    """Returns, for each point of an arc, the tolerance from which Douglas-Peucker drops it.

    One pass serves all levels: a point is kept at a tolerance if it and all the splits above it are
    farther from their chords than that.
    """
    result = [0.0] * len(points)
    result[0] = result[-1] = math.inf
    stack = [(0, len(points) - 1, math.inf)]
    while stack:
        first, last, bound = stack.pop()
        if last - first < 2:
            continue
        best, split = -1.0, first + 1
        for i in range(first + 1, last):
            distance = distance_to_segment(points[i], points[first], points[last])
            if distance > best:
                best, split = distance, i
        result[split] = min(bound, best)
        stack.append((first, split, result[split]))
        stack.append((split, last, result[split]))
    return result


def arc_index(signed):
    return signed if signed >= 0 else ~signed


def ring_points(arcs, ring):
    """Returns a ring's points; the last is not the first again."""
    points = []
    for signed in ring:
        part = arcs[arc_index(signed)]
        points.extend(part[:-1] if signed >= 0 else part[:0:-1])
    return points


def surface(points):
    total = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]):
        total += x0 * y1 - x1 * y0
    return abs(total) / 2


def box_of(points):
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def signed_distance(x, y, rings):
    """Returns the distance to the outline, negative outside."""
    inside = False
    best = math.inf
    for ring in rings:
        previous = ring[-1]
        for point in ring:
            (x0, y0), (x1, y1) = previous, point
            if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
                inside = not inside
            dx, dy = x1 - x0, y1 - y0
            length = dx * dx + dy * dy
            t = ((x - x0) * dx + (y - y0) * dy) / length if length > 0 else 0.0
            t = 0.0 if t < 0 else 1.0 if t > 1 else t
            ex, ey = x - x0 - t * dx, y - y0 - t * dy
            square = ex * ex + ey * ey
            if square < best:
                best = square
            previous = point
    return math.sqrt(best) if inside else -math.sqrt(best)


def label_point(rings):
    """Returns the middle and the radius of the largest circle inside a polygon, nearly."""
    x0, y0, x1, y1 = box_of(rings[0])
    size = min(x1 - x0, y1 - y0)
    precision = size / 50
    queue = []

    def add(x, y, half):
        distance = signed_distance(x, y, rings)
        heapq.heappush(queue, (-(distance + half * math.sqrt(2)), distance, x, y, half))

    half = size / 2
    x = x0
    while x < x1:
        y = y0
        while y < y1:
            add(x + half, y + half, half)
            y += size
        x += size
    best = (-math.inf, 0.0, 0.0)
    while queue:
        reach, distance, x, y, half = heapq.heappop(queue)
        best = max(best, (distance, x, y))
        if -reach - best[0] <= precision:
            break
        for dx in (-0.5, 0.5):
            for dy in (-0.5, 0.5):
                add(x + dx * half, y + dy * half, half / 2)
    return best[1], best[2], best[0]


def floats(values):
    data = array.array('f', values)
    if sys.byteorder == 'big':
        data.byteswap()
    return data.tobytes()


def words(values):
    return struct.pack(f'<{len(values)}I', *values)


def keep_open(areas, weights, first_levels):
    """Keeps so many points that no ring collapses into a line, not even a small enclave."""
    rings = [ring for polygons in areas.values() for polygon in polygons for ring in polygon]
    for ring in rings:
        inner = [(weights[arc_index(signed)][i], arc_index(signed), i)
                 for signed in ring for i in range(1, len(weights[arc_index(signed)]) - 1)]
        n_points = len(ring) + sum(first_levels[arc][i] == 0 for _, arc, i in inner)
        for _, arc, i in sorted(inner, reverse=True):
            if n_points >= 3:
                break
            n_points += first_levels[arc][i] != 0
            first_levels[arc][i] = 0


def compile_areas(topology):
    arcs = read_arcs(topology)
    areas = read_areas(topology)
    weights = [significance(arc) for arc in arcs]
    tolerances = [TOLERANCE / 2 ** zoom for zoom in LEVEL_ZOOMS]
    # The levels are nested, so that each point needs to be kept once, with its first level.
    first_levels = [[next((i for i, t in enumerate(tolerances[:-1]) if w > t), len(tolerances) - 1)
                     for w in weight] for weight in weights]
    keep_open(areas, weights, first_levels)
    levels = [[[p for p, first in zip(arc, first_level) if first <= level]
               for arc, first_level in zip(arcs, first_levels)]
              for level in range(len(tolerances))]

    # Who has which arc: an arc of two areas is a border between them.
    owners = [set() for _ in arcs]
    for area, polygons in areas.items():
        for polygon in polygons:
            for ring in polygon:
                for signed in ring:
                    owners[arc_index(signed)].add(area)
    neighbours = {area: set() for area in areas}
    pairs = [tuple(owner) for owner in owners if len(owner) == 2]
    for a, b in list(pairs) + list(SEA_NEIGHBOURS):
        neighbours[a].add(b)
        neighbours[b].add(a)

    polygon_words = []
    ring_starts = [0]
    ring_arcs = []
    area_words = []
    label_floats = []
    neighbour_list = []
    arc_first_level = [len(LEVEL_ZOOMS) - 1] * len(arcs)
    n_polygons = 0

    for area in range(1, N_AREAS + 1):
        polygons = sorted(areas[area], key=lambda p: -surface(ring_points(arcs, p[0])))
        first_polygon = n_polygons
        for polygon in polygons:
            shared = any(len(owners[arc_index(s)]) > 1 for ring in polygon for s in ring)
            first_level = 0
            if not shared and polygon is not polygons[0]:
                for level, zoom in enumerate(LEVEL_ZOOMS):
                    points = ring_points(levels[level], polygon[0])
                    first_level = level
                    if len(points) >= 3 and surface(points) * 4 ** zoom >= LEAST_SURFACE:
                        break
            polygon_words += [len(ring_starts) - 1, len(polygon), first_level]
            for ring in polygon:
                ring_arcs += ring
                ring_starts.append(len(ring_arcs))
                for signed in ring:
                    index = arc_index(signed)
                    arc_first_level[index] = min(arc_first_level[index], first_level)
            n_polygons += 1
        # A coarser outline is precise enough for the label and much quicker to search.
        main = [ring_points(levels[3], ring) for ring in polygons[0]]
        area_words += [first_polygon, len(polygons), len(neighbour_list), len(neighbours[area])]
        label_floats += label_point(main)
        neighbour_list += sorted(neighbours[area])

    arc_starts = [0]
    for arc in arcs:
        arc_starts.append(arc_starts[-1] + len(arc))

    arc_words = [(1 if len(owners[i]) == 2 else 0) | arc_first_level[i] << 8
                 for i in range(len(arcs))]

    body = b''.join((
        floats([float(zoom) for zoom in LEVEL_ZOOMS]),
        words(arc_starts),
        words(arc_words),
        words(polygon_words),
        words(ring_starts),
        struct.pack(f'<{len(ring_arcs)}i', *ring_arcs),
        words(area_words),
        floats(label_floats),
        words(neighbour_list),
        floats([value for arc in arcs for point in arc for value in point]),
        bytes(first for arc in first_levels for first in arc),
    ))
    header = HEADER.pack(MAGIC, VERSION, HEADER.size + len(body), zlib.adler32(body),
                         len(LEVEL_ZOOMS), len(arcs), N_AREAS, n_polygons, len(ring_starts) - 1,
                         len(ring_arcs), len(neighbour_list), arc_starts[-1])
    return header + body


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding='utf-8') as source:
        topology = json.load(source)
    with open(sys.argv[2], 'wb') as target:
        target.write(compile_areas(topology))


if __name__ == '__main__':
    main()
