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

G_END_DECLS
