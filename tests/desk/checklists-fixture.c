/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklists-fixture.h"

DeskFixture lists_fixture;

GtkWidget *
lists_create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_checklists_page_new (pack, store));
}

int
lists_set_up (void **state)
{
  desk_fixture_init (&lists_fixture, lists_create_page);

  return 0;
}

int
lists_tear_down (void **state)
{
  desk_fixture_clear (&lists_fixture);

  return 0;
}

gboolean
lists_is_at_run (gpointer data)
{
  return desk_find (lists_fixture.page, MDG_TYPE_RUN_VIEW, 0) != NULL;
}

gboolean
lists_is_saved (gpointer data)
{
  return desk_shows (lists_fixture.page, "Saved");
}

static gboolean
shows_wanted (gpointer data)
{
  return desk_shows (lists_fixture.page, *(const char *const *) data);
}

void
lists_await_text (const char *text)
{
  assert_true (mdg_test_spin_until (shows_wanted, &text));
}

void
lists_start (const char *checklist_id)
{
  GtkWidget *row = desk_find_named (lists_fixture.page, checklist_id);

  assert_non_null (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  assert_true (mdg_test_spin_until (lists_is_at_run, NULL));
}

GtkWidget *
lists_get_row (guint index)
{
  return desk_find (lists_fixture.page, MDG_TYPE_RUN_ITEM_ROW, index);
}

GtkCheckButton *
lists_get_check (guint index)
{
  return GTK_CHECK_BUTTON (desk_find (lists_get_row (index), GTK_TYPE_CHECK_BUTTON, 0));
}

GtkWidget *
lists_get_toggle (guint index)
{
  return desk_find (lists_get_row (index), GTK_TYPE_TOGGLE_BUTTON, 0);
}

GtkWidget *
lists_get_entry (guint row, guint index)
{
  return desk_find (lists_get_row (row), ADW_TYPE_ENTRY_ROW, index);
}

const MdgRunItem *
lists_find_stored (GPtrArray *runs, const char *item_id)
{
  return mdg_run_find_item (g_ptr_array_index (runs, 0), item_id);
}

GtkWidget *
lists_get_run_view (void)
{
  return desk_find (lists_fixture.page, MDG_TYPE_RUN_VIEW, 0);
}

void
lists_go_back (void)
{
  desk_press (lists_fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
}
