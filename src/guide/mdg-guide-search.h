/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgGuideSearch:
 *
 * An index over every text of a pack's situations, in both languages, for one day. Written forms
 * are made alike first (compatibility forms, letter case, katakana and hiragana), so that ＰＩＮ finds PIN and
 * かーど finds カード.
 */
typedef struct _MdgGuideSearch MdgGuideSearch;

MdgGuideSearch *mdg_guide_search_new  (MdgGuidePack *pack, MdgDay day);
void            mdg_guide_search_free (MdgGuideSearch *self);
GPtrArray      *mdg_guide_search_find (MdgGuideSearch *self, const char *words);
char           *mdg_guide_search_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgGuideSearch, mdg_guide_search_free)

G_END_DECLS
