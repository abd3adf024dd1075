/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgSheetSources:
 *
 * What a document rests on: its sources, each with a number, and the days on which all of it holds.
 */
typedef struct
{
  GPtrArray *list; /* (element-type MdgGuideSource) */
  MdgDay valid_from;
  MdgDay valid_until;
} MdgSheetSources;

void mdg_sheet_sources_init (MdgSheetSources *self);
void mdg_sheet_sources_clear (MdgSheetSources *self);
void mdg_sheet_sources_add (MdgSheetSources *self, const MdgGuideBasis *basis);
char *mdg_sheet_sources_format_basis (const MdgSheetSources *self, const MdgGuideBasis *basis);
char *mdg_sheet_sources_format_line (const MdgSheetSources *self);
char *mdg_sheet_sources_format_validity (const MdgSheetSources *self, MdgDay day);
void mdg_sheet_sources_write (const MdgSheetSources *self, MdgSheet *sheet);
void mdg_sheet_sources_write_compact (const MdgSheetSources *self, MdgSheet *sheet);

char *mdg_sheet_format_edition (const MdgGuidePack *pack);
char *mdg_sheet_format_day (MdgDay day);
void mdg_sheet_begin_document (MdgSheet *sheet,
                               const MdgGuidePack *pack,
                               const MdgSheetSources *sources,
                               MdgDay day);
void mdg_sheet_begin_chapter (MdgSheet *sheet,
                              const char *title,
                              const MdgSheetSources *sources,
                              MdgDay day);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgSheetSources, mdg_sheet_sources_clear)

G_END_DECLS
