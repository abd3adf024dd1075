/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/checklists/mdg-checklist-shelf.h"
#include "desk/checklists/mdg-run-job.h"
#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

/**
 * MdgRunBook:
 *
 * All runs as the store has them, and what happened to the one that was asked about last. Runs that
 * the user has deleted and may still want back are doomed: they are in it, but not to be shown. For
 * the main thread.
 */
typedef struct _MdgRunBook MdgRunBook;

MdgRunBook *mdg_run_book_new (void);
void mdg_run_book_free (MdgRunBook *self);

void mdg_run_book_take (MdgRunBook *self, MdgRunJobResult *result);
GPtrArray *mdg_run_book_get_runs (MdgRunBook *self);
GPtrArray *mdg_run_book_get_events (MdgRunBook *self);
void mdg_run_book_forget_events (MdgRunBook *self);
const MdgRun *mdg_run_book_find (MdgRunBook *self, gint64 run_id);
const MdgRun *mdg_run_book_find_open (MdgRunBook *self, const char *checklist_id);
const MdgRun *mdg_run_book_find_previous (MdgRunBook *self, const MdgRun *run);

void mdg_run_book_set_doomed (MdgRunBook *self, gint64 run_id, gboolean doomed);
gboolean mdg_run_book_is_doomed (MdgRunBook *self, gint64 run_id);
GHashTable *mdg_run_book_get_doomed (MdgRunBook *self);

const char *mdg_run_book_get_who (MdgRunBook *self);
void mdg_run_book_set_who (MdgRunBook *self, const char *who);

char *mdg_run_book_write_csv (MdgRunBook *self, MdgChecklistShelf *shelf, gint64 run_id);
MdgSheet *mdg_run_book_create_sheet (MdgRunBook *self, MdgChecklistShelf *shelf, gint64 run_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRunBook, mdg_run_book_free)

G_END_DECLS
