/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgGuideSearch:
 *
 * An index over every text of a pack's situations, in both languages, for one day. Written forms
 * are made alike first (compatibility forms, letter case, katakana and hiragana, prolonged sound
 * marks), so that ＰＩＮ finds PIN, and かーど and カ－ド find カード.
 */
typedef struct _MdgGuideSearch MdgGuideSearch;

/**
 * MdgGuideHit:
 * @situation: a situation that was found
 * @node: (nullable): the first question or outcome of it that has all the words, %NULL if its
 *   title, line or keywords have them
 */
typedef struct
{
  const MdgSituation *situation;
  const MdgNode *node;
} MdgGuideHit;

MdgGuideSearch *mdg_guide_search_new (MdgGuidePack *pack, MdgDay day);
void mdg_guide_search_free (MdgGuideSearch *self);
GArray *mdg_guide_search_find (MdgGuideSearch *self, const char *words);
char *mdg_guide_search_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgGuideSearch, mdg_guide_search_free)

G_END_DECLS
