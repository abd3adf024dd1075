/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-pages.h"

static const char *
get_title (MdgUiFixture *fixture)
{
  GtkWidget *page =
    mdg_ui_find (GTK_WIDGET (fixture->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);

  return adw_navigation_page_get_title (
    adw_navigation_split_view_get_content (ADW_NAVIGATION_SPLIT_VIEW (page)));
}

static void
test_starts_on_the_overview (void **state)
{
  MdgUiFixture *fixture = *state;

  assert_string_equal (mdg_window_get_page_id (fixture->window), "overview");
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "37.14"));
  assert_true (mdg_ui_says (GTK_WIDGET (fixture->window), "online basis"));
  assert_true (mdg_ui_says (GTK_WIDGET (fixture->window), "October 2025"));
}

static void
test_shows_every_page (void **state)
{
  MdgUiFixture *fixture = *state;

  assert_true (mdg_pages_get_n () >= 5);
  for (guint i = 0; i < mdg_pages_get_n (); i++)
    {
      const MdgPage *page = mdg_pages_get (i);
      const char *id = mdg_page_get_id (page);
      GtkWidget *list = mdg_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_BOX, NULL);
      GtkWidget *widget;

      assert_true (
        gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", id));
      mdg_test_spin_for (50);
      widget = mdg_window_get_page (fixture->window);
      assert_string_equal (mdg_window_get_page_id (fixture->window), id);
      assert_string_equal (get_title (fixture), mdg_page_get_title (page));
      assert_true (gtk_widget_get_mapped (widget));
      assert_int_equal (
        gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))), i);

      /* A page is made once. */
      mdg_window_show_page (fixture->window, "overview");
      mdg_window_show_page (fixture->window, id);
      assert_ptr_equal (mdg_window_get_page (fixture->window), widget);
    }
}

static void
test_ignores_a_page_that_there_is_not (void **state)
{
  MdgUiFixture *fixture = *state;

  mdg_window_show_page (fixture->window, "overview");
  mdg_window_show_page (fixture->window, "garden");
  mdg_window_show_page (fixture->window, NULL);
  assert_string_equal (mdg_window_get_page_id (fixture->window), "overview");
}

static void
test_every_page_has_a_key (void **state)
{
  MdgUiFixture *fixture = *state;

  for (guint i = 0; i < mdg_pages_get_n (); i++)
    {
      g_autofree char *action =
        g_strdup_printf ("win.show-page::%s", mdg_page_get_id (mdg_pages_get (i)));
      g_autofree char *expected = g_strdup_printf ("<Control>%u", i + 1);
      g_auto (GStrv) accelerators =
        gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application), action);

      assert_int_equal (g_strv_length (accelerators), 1);
      assert_string_equal (accelerators[0], expected);
    }
}

static void
test_state_follows (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *path =
    g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "state.ini", NULL);
  g_autoptr (MdgState) saved = NULL;
  g_autofree char *page = NULL;
  MdgScope scope = *mdg_figure_model_get_scope (fixture->model);
  MdgScope read;

  mdg_window_show_page (fixture->window, "table");
  scope.area = 13;
  scope.facility_type = MDG_FACILITY_DENTAL_CLINIC;
  mdg_figure_model_set_scope (fixture->model, &scope);
  mdg_test_spin_for (900);

  saved = mdg_state_new (path);
  page = mdg_state_get_page (saved);
  assert_string_equal (page, "table");
  assert_true (mdg_state_get_scope (saved, &read));
  assert_true (mdg_scope_equal (&read, &scope));
}

/* A page that another version had is no reason to open on nothing. */
static void
test_starts_where_it_can (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *path = g_build_filename (folder, "state.ini", NULL);
  MdgState *saved = mdg_state_new (path);
  const char *pages[][2] = { { "garden", "overview" }, { "sources", "sources" } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      MdgWindow *window;
      int width;
      int height;

      mdg_state_set_page (saved, pages[i][0]);
      mdg_state_set_window_size (saved, 801, 602, FALSE);
      window = mdg_window_new (fixture->application, saved);
      gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
      assert_string_equal (mdg_window_get_page_id (window), pages[i][1]);
      assert_int_equal (width, 801);
      assert_int_equal (height, 602);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (saved);
}

static void
test_search_goes_to_the_page (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *focus;

  mdg_window_show_page (fixture->window, "map");
  mdg_test_spin_for (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  assert_non_null (focus);
  assert_non_null (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY));

  /* The overview has nothing to search: nothing happens, and no button offers it. */
  mdg_window_show_page (fixture->window, "overview");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
}

static void
test_shows_a_prefecture (void **state)
{
  MdgUiFixture *fixture = *state;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-prefecture", "s", "47");
  assert_string_equal (mdg_window_get_page_id (fixture->window), "prefecture");
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area, 47);
  assert_true (mdg_ui_wait_for (mdg_window_get_page (fixture->window), GTK_TYPE_LABEL, "Okinawa"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-prefecture", "s", "99");
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area, 47);
}

static void
test_desk_opens_a_checklist (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgGuidePack *pack = mdg_application_get_pack (fixture->application, NULL);
  const MdgChecklist *checklist;

  assert_non_null (pack);
  checklist = g_ptr_array_index (mdg_guide_pack_get_checklists (pack), 0);
  mdg_window_show_page (fixture->window, "desk");
  g_signal_emit_by_name (mdg_window_get_page (fixture->window), "open-checklist", checklist->id);
  assert_string_equal (mdg_window_get_page_id (fixture->window), "checklists");
}

/* Tab reaches every page from the sidebar, and comes back to where it began. */
static void
test_tab_walks_every_page (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  for (guint i = 0; i < mdg_pages_get_n (); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      gboolean on_page = FALSE;
      GtkWidget *focus = NULL;

      mdg_window_show_page (fixture->window, mdg_page_get_id (mdg_pages_get (i)));
      mdg_test_spin_for (100);
      gtk_window_set_focus (GTK_WINDOW (window), NULL);

      for (guint j = 0; j < 400; j++)
        {
          gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
          focus = gtk_window_get_focus (GTK_WINDOW (window));
          if (focus != NULL && !g_hash_table_add (seen, focus))
            break;
          if (focus != NULL &&
              gtk_widget_is_ancestor (focus, mdg_window_get_page (fixture->window)))
            on_page = TRUE;
          if (focus != NULL && g_getenv ("MDG_TEST_SHOW_FOCUS") != NULL)
            g_printerr ("%s: %s in %s\n", mdg_page_get_id (mdg_pages_get (i)),
                        G_OBJECT_TYPE_NAME (focus),
                        G_OBJECT_TYPE_NAME (gtk_widget_get_parent (focus)));
        }

      assert_true (on_page);
      assert_true (g_hash_table_size (seen) > 3);
      assert_true (g_hash_table_size (seen) < 400);
    }
}

static void
test_notice (void **state)
{
  MdgUiFixture *fixture = *state;

  mdg_window_set_notice (fixture->window, "The store <b>was</b> set aside.");
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "<b>was</b>"));
  mdg_window_set_notice (fixture->window, NULL);
}

static void
test_shortcuts_and_about (void **state)
{
  MdgUiFixture *fixture = *state;
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *about;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "shortcuts", NULL);
  mdg_test_spin_for (50);
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != GTK_WINDOW (fixture->window))
        gtk_window_destroy (window);
    }

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  mdg_test_spin_for (50);
  about = GTK_WIDGET (
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  assert_true (ADW_IS_ABOUT_DIALOG (about));
  adw_dialog_force_close (ADW_DIALOG (about));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_starts_on_the_overview),
    cmocka_unit_test (test_shows_every_page),
    cmocka_unit_test (test_ignores_a_page_that_there_is_not),
    cmocka_unit_test (test_every_page_has_a_key),
    cmocka_unit_test (test_state_follows),
    cmocka_unit_test (test_starts_where_it_can),
    cmocka_unit_test (test_search_goes_to_the_page),
    cmocka_unit_test (test_shows_a_prefecture),
    cmocka_unit_test (test_desk_opens_a_checklist),
    cmocka_unit_test (test_tab_walks_every_page),
    cmocka_unit_test (test_notice),
    cmocka_unit_test (test_shortcuts_and_about),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
