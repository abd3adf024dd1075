/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-ratio.h"
#include "profile/mdg-profile.h"

G_BEGIN_DECLS

#define MDG_PROFILE_N_TYPES (MDG_FACILITY_PHARMACY + 1)

struct _MdgProfile
{
  gatomicrefcount ref_count;
  MdgFigures *figures;
  MdgMonth month;
  MdgArea area;
  MdgArea neighbours[MDG_PROFILE_MAX_NEIGHBOURS];
  guint n_neighbours;
  MdgProfileRow rows[MDG_PROFILE_N_TYPES];
  guint strongest; /* a bit for each facility type */
  guint weakest;
};

G_END_DECLS
