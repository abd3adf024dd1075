/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/* Made-up editions and figures, for the tests of figures, of the database and of the store. */

guint fixture_add_edition (MdgBatch *batch,
                           const char *id,
                           const char *published,
                           const char *seed);
void fixture_add (MdgBatch *batch,
                  guint edition,
                  const char *month,
                  MdgArea area,
                  MdgFacilityType facility_type,
                  MdgMeasure measure,
                  MdgQuality quality,
                  const char *value);
MdgBatch *fixture_new_small (const char *id);
MdgBatch *fixture_new_random (GRand *rand, guint n_editions, guint n_observations);
MdgBatch *fixture_new_large (guint n_months);
MdgBatch *fixture_shuffle (GRand *rand, const MdgBatch *batch);
char *fixture_dump (MdgFigures *figures);

void fixture_be_quiet (void);
void fixture_use_bundle (guint version);
void fixture_use_broken_bundle (void);

G_END_DECLS
