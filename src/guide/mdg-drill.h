/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/* From what follows by one choice to what needs the rules' fine print. */
#define MDG_N_DRILL_LEVELS 3

/**
 * MdgDrill:
 * @id: stable id
 * @level: 1 to %MDG_N_DRILL_LEVELS
 * @situation: id of the situation that is right
 * @also: (element-type utf8): ids of situations that would be a fair answer too
 * @age: the patient's age
 * @visit: first visit, returning and the like
 * @brought: what the patient brought
 * @shows: what the card reader shows
 * @path: (element-type utf8): ids of the choices that are right, in order
 * @outcome: id of the outcome they lead to
 * @why: why this is right
 * @basis: sources, dates and doubt
 *
 * A made-up patient to train with, and the right way through the procedures. Owned by its
 * #MdgGuidePack.
 */
typedef struct
{
  const char *id;
  guint level;
  const char *situation;
  GPtrArray *also;
  MdgGuideText age;
  MdgGuideText visit;
  MdgGuideText brought;
  MdgGuideText shows;
  GPtrArray *path;
  const char *outcome;
  MdgGuideText why;
  MdgGuideBasis basis;
} MdgDrill;

const MdgDrill *mdg_drill_find (const MdgGuidePack *pack, const char *id);
const MdgNode *mdg_drill_get_step (const MdgDrill *self,
                                   const MdgGuidePack *pack,
                                   MdgDay day,
                                   guint n_choices);
gboolean mdg_drill_holds_on (const MdgDrill *self, const MdgGuidePack *pack, MdgDay day);
void mdg_drill_shuffle (GPtrArray *array, GRand *rand);
void mdg_drill_free (MdgDrill *self);

G_END_DECLS
