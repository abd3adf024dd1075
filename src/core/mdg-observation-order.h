/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

G_BEGIN_DECLS

/* The order in which #MdgFigures holds observations: by key, then best first. Observations must be
 * within the vocabulary, and their `edition` must count editions best first. */

guint64 mdg_observation_get_key (const MdgObservation *self);
MdgObservation *mdg_observations_sort (const MdgObservation *observations, guint n);
MdgObservation *mdg_observations_merge (const MdgObservation *a,
                                        guint n_a,
                                        const MdgObservation *b,
                                        guint n_b);

G_END_DECLS
