/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-library.h"

G_BEGIN_DECLS

struct _MdgGuideLibrary
{
  GObject parent_instance;

  GFile *folder;
  MdgGuideEntry *builtin; /* (nullable): not read before it is asked for */
  GPtrArray *own;         /* (element-type MdgGuideEntry) */
  char *pack_id;          /* empty for the built-in pack */
  MdgGuidePack *pack;     /* (nullable): what the pages show, joined when it is asked for */
  char *notice;           /* (nullable) */
};

void mdg_guide_library_set_notice (MdgGuideLibrary *self, char *notice);
MdgGuideEntry *mdg_guide_library_refuse_taken_id (MdgGuideLibrary *self, MdgGuideEntry *entry);
void mdg_guide_library_take_all (MdgGuideLibrary *self, GPtrArray *entries);
void mdg_guide_library_take (MdgGuideLibrary *self, MdgGuideEntry *entry);
void mdg_guide_library_drop (MdgGuideLibrary *self, MdgGuideEntry *entry);

G_END_DECLS
