/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

struct _MdgMapScene
{
  gatomicrefcount ref_count;

  MdgBoundaries *boundaries;
  MdgFigures *figures;
  MdgScope scope;
  MdgMapOptions options;

  /* By area; the first is the nation's, which has no entry. */
  MdgMapValue values[MDG_N_AREAS];
  guint n_known;
  gboolean has_ranks;
  MdgArea first;
  MdgArea last;

  /* Their counts are those of the map, whatever the bounds come from. */
  MdgClasses classes;
  /* Whether the bounds were cut as the options say, from figures that other maps may share. */
  gboolean has_cut_classes;
  MdgMapEntry entries[MDG_MAX_CLASSES + 1];
  guint n_entries;
};

/* Divides the values of a map into the entries of its legend. The bounds are taken over from the map
 * before, which may be NULL, where they are the same. */
void mdg_map_scene_classify (MdgMapScene *self, MdgMapScene *before);

/* (transfer full): two values of the measure of a map as people write a range, with the unit. */
char *mdg_map_scene_format_range (MdgMeasure measure, MdgDecimal lowest, MdgDecimal highest);
/* (transfer full): what lies at a bound and below it, or above it. */
char *mdg_map_scene_format_end (MdgMeasure measure, MdgDecimal bound, gboolean above);

G_END_DECLS
