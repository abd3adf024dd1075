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

  MdgMapEntry entries[MDG_MAX_CLASSES + 1];
  guint n_entries;
};

/* (transfer full): two values of the measure of a map as people write a range, with the unit. */
char *mdg_map_scene_format_range (MdgMeasure measure, MdgDecimal lowest, MdgDecimal highest);

G_END_DECLS
