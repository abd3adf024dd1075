/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/* A rule whose last day is this near is marked. */
#define MDG_GUIDE_ENDING_DAYS 30

/* A pack of more days is old. */
#define MDG_GUIDE_OLD_DAYS 180

typedef enum
{
  MDG_ENDING_NONE,    /* no end, or none that is near */
  MDG_ENDING_ENDS,    /* nothing follows */
  MDG_ENDING_CHANGES, /* another rule follows on the next day */
} MdgEndingKind;

/**
 * MdgGuideEnding:
 * @kind: what happens
 * @last_day: the last day on which the rule holds
 * @n_days: days from the day that is shown to the last day, 0 to #MDG_GUIDE_ENDING_DAYS
 *
 * That a rule ends soon.
 */
typedef struct
{
  MdgEndingKind kind;
  MdgDay last_day;
  guint n_days;
} MdgGuideEnding;

MdgGuideEnding mdg_guide_pack_get_node_ending (const MdgGuidePack *self,
                                               const MdgNode *node,
                                               MdgDay day);
MdgGuideEnding mdg_guide_pack_get_situation_ending (const MdgGuidePack *self,
                                                    const MdgSituation *situation,
                                                    MdgDay day);
gboolean mdg_guide_pack_is_old (const MdgGuidePack *self, MdgDay today);

G_END_DECLS
