/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-fixture.h"

#include "desk/checklists/mdg-checklists-page.h"
#include "desk/checklists/mdg-run-item-row.h"
#include "desk/checklists/mdg-run-view.h"

G_BEGIN_DECLS

/* The page of checklists, and what its tests do on it. */

extern DeskFixture lists_fixture;

GtkWidget *lists_create_page (MdgGuidePack *pack, MdgStore *store);
int lists_set_up (void **state);
int lists_tear_down (void **state);
gboolean lists_is_at_run (gpointer data);
gboolean lists_is_saved (gpointer data);
void lists_await_text (const char *text);
void lists_start (const char *checklist_id);
GtkWidget *lists_get_row (guint index);
GtkCheckButton *lists_get_check (guint index);
GtkWidget *lists_get_toggle (guint index);
GtkWidget *lists_get_entry (guint row, guint index);
const MdgRunItem *lists_find_stored (GPtrArray *runs, const char *item_id);
GtkWidget *lists_get_run_view (void);
void lists_go_back (void);

#define page_test(name) cmocka_unit_test_setup_teardown (name, lists_set_up, lists_tear_down)

G_END_DECLS
