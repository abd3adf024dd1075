/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test-display.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <string.h>

#include "chart/mdg-chart-card.h"
#include "chart/mdg-chart-table-view.h"
#include "draw/mdg-chart-fixture.h"

typedef struct
{
  MdgFigures *figures;
  GtkWindow *window;
  MdgChartCard *card;
} Fixture;

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

static int
setup (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (MdgChartScene) scene = NULL;

  fixture->figures = fixture_load_bundle ();
  scene = fixture_build (fixture->figures, CHART_FUNNEL);
  fixture->card = MDG_CHART_CARD (mdg_chart_card_new ());
  mdg_chart_card_set_scene (fixture->card, scene);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 360, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->card));
  gtk_window_present (fixture->window);
  *state = fixture;

  return mdg_test_spin_until (is_laid_out, fixture->card) ? 0 : -1;
}

static int
teardown (void **state)
{
  Fixture *fixture = *state;

  gtk_window_destroy (fixture->window);
  mdg_test_spin_pending ();
  mdg_figures_unref (fixture->figures);
  g_free (fixture);

  return 0;
}

static gboolean
has_label (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_label (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, part))
      return TRUE;

  return FALSE;
}

static void
test_says_what_it_shows (void **state)
{
  Fixture *fixture = *state;
  MdgChartScene *scene = mdg_chart_card_get_scene (fixture->card);
  GtkWidget *widget = GTK_WIDGET (fixture->card);

  assert_true (has_label (widget, mdg_chart_scene_get_title (scene)));
  assert_true (has_label (widget, mdg_chart_scene_get_subtitle (scene)));
  assert_true (has_label (widget, mdg_chart_scene_get_note (scene)));
}

static void
test_narrow (void **state)
{
  Fixture *fixture = *state;
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->card), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  assert_true (minimum <= 300);
}

static gboolean
shows_table (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *table = mdg_test_find_child (GTK_WIDGET (fixture->card), MDG_TYPE_CHART_TABLE_VIEW);

  return gtk_widget_get_mapped (table) && has_label (table, "population") &&
         has_label (table, "79.9%");
}

static void
test_the_table_has_the_data (void **state)
{
  Fixture *fixture = *state;
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->card, "notify::show-table", G_CALLBACK (mdg_test_count_cb),
                            &n_notified);
  assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->card), "chart.show-table", NULL));
  assert_true (mdg_chart_card_get_show_table (fixture->card));
  assert_true (mdg_test_spin_until (shows_table, fixture));

  mdg_chart_card_set_show_table (fixture->card, TRUE);
  assert_int_equal (n_notified, 1);
  mdg_chart_card_set_show_table (fixture->card, FALSE);
  assert_int_equal (n_notified, 2);
}

typedef struct
{
  char *text;
  gboolean is_done;
} Copy;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;

  copy->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  copy->is_done = TRUE;
}

static void
test_copy (void **state)
{
  Fixture *fixture = *state;
  MdgChartScene *scene = mdg_chart_card_get_scene (fixture->card);
  g_autofree char *expected = mdg_chart_table_to_tsv (mdg_chart_scene_get_table (scene));
  guint n_copied = 0;
  Copy copy = { NULL };

  g_signal_connect_swapped (fixture->card, "copied", G_CALLBACK (mdg_test_count_cb), &n_copied);
  assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->card), "chart.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->card)), NULL,
                                 read_cb, &copy);
  assert_true (mdg_test_spin_until_set (&copy.is_done));
  assert_int_equal (n_copied, 1);
  assert_string_equal (copy.text, expected);
  g_free (copy.text);
}

static void
export_cb (MdgChartCard *card, const char *what, gpointer data)
{
  g_string_append_printf (data, "%s ", what);
}

static GtkMenuButton *
get_button (Fixture *fixture, const char *name)
{
  return GTK_MENU_BUTTON (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->card), MDG_TYPE_CHART_CARD, name));
}

/* What a button shows is made when it is first asked for. */
static GMenuModel *
get_menu (Fixture *fixture)
{
  GtkMenuButton *button = get_button (fixture, "menu_button");

  gtk_menu_button_popup (button);
  gtk_menu_button_popdown (button);

  return gtk_menu_button_get_menu_model (button);
}

/* Every entry of the menu does something. */
static void
test_export_is_asked_for (void **state)
{
  Fixture *fixture = *state;
  GMenuModel *menu = get_menu (fixture);
  g_autoptr (GString) asked = g_string_new (NULL);

  assert_non_null (menu);
  g_signal_connect (fixture->card, "export-requested", G_CALLBACK (export_cb), asked);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autoptr (GVariant) target =
            g_menu_model_get_item_attribute_value (section, j, G_MENU_ATTRIBUTE_TARGET, NULL);

          if (target != NULL)
            assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->card),
                                                             "chart.export", target));
        }
    }
  assert_string_equal (asked->str, "copy png slide svg pdf csv ");
}

/* Adds the mnemonics of all entries to @mnemonics, as small letters. */
static void
collect_mnemonics (GMenuModel *menu, GString *mnemonics)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      if (section != NULL)
        collect_mnemonics (section, mnemonics);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        {
          const char *mark = strchr (label, '_');

          assert_non_null (mark);
          g_string_append_unichar (mnemonics, g_unichar_tolower (g_utf8_get_char (mark + 1)));
        }
    }
}

/* One key, one entry, in every language. */
static void
test_no_mnemonic_stands_twice (void **state)
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MADOGUCHI_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint language = 0; language < MDG_N_LANGUAGES; language++)
    {
      g_autoptr (GString) mnemonics = g_string_new (NULL);
      GMenuModel *menu;
      Fixture *fixture;

      mdg_language_set (language);
      setup (state);
      fixture = *state;
      menu = get_menu (fixture);
      collect_mnemonics (menu, mnemonics);
      assert_int_equal (mnemonics->len, 8);
      /* The catalogue was really used. */
      assert_int_equal (strcmp (_ ("_Copy Data"), "_Copy Data") != 0,
                        language == MDG_LANGUAGE_JAPANESE);
      for (gsize i = 0; i < mnemonics->len; i++)
        if (strchr (mnemonics->str + i + 1, mnemonics->str[i]) != NULL)
          fail_msg ("“%c” stands twice in “%s” (%s)", mnemonics->str[i], mnemonics->str,
                    mdg_language_get_code (language));
      teardown (state);
    }
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
}

/* A page has ten cards: what most users never open is not made with it, and is there when asked for. */
static void
test_popovers_are_made_when_asked_for (void **state)
{
  Fixture *fixture = *state;
  GtkMenuButton *menu = get_button (fixture, "menu_button");
  GtkMenuButton *info = get_button (fixture, "info_button");
  g_autoptr (MdgChartScene) other = fixture_build (fixture->figures, CHART_BANDS);
  GtkWidget *popover;
  GtkWidget *label;

  assert_null (gtk_menu_button_get_popover (menu));
  assert_null (gtk_menu_button_get_popover (info));

  gtk_menu_button_popup (info);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (info));
  label = mdg_test_find_child (popover, GTK_TYPE_LABEL);
  assert_string_equal (gtk_label_get_label (GTK_LABEL (label)),
                       mdg_chart_scene_get_definition (mdg_chart_card_get_scene (fixture->card)));

  /* The same popover says what the next chart is, also while it is open. */
  mdg_chart_card_set_scene (fixture->card, other);
  assert_ptr_equal (gtk_menu_button_get_popover (info), popover);
  assert_string_equal (gtk_label_get_label (GTK_LABEL (label)),
                       mdg_chart_scene_get_definition (other));
  gtk_menu_button_popdown (info);

  gtk_menu_button_popup (menu);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (menu));
  assert_true (gtk_widget_get_visible (popover));
  gtk_menu_button_popdown (menu);
  gtk_menu_button_popup (menu);
  assert_ptr_equal (gtk_menu_button_get_popover (menu), popover);
  gtk_menu_button_popdown (menu);
}

static void
remember_cb (MdgChartCard *card, const char *id, gpointer data)
{
  char **activated = data;

  g_set_str (activated, id);
}

static void
test_activation_is_passed_on (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *activated = NULL;

  g_signal_connect (fixture->card, "point-activated", G_CALLBACK (remember_cb), &activated);
  g_signal_emit_by_name (mdg_test_find_child (GTK_WIDGET (fixture->card), MDG_TYPE_CHART_VIEW),
                         "point-activated", "holder_share");
  assert_string_equal (activated, "holder_share");
}

static void
test_nothing_to_show (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgFigures) nothing = fixture_load_nothing ();
  g_autoptr (MdgChartScene) empty = fixture_build (nothing, CHART_FUNNEL);
  guint n_copied = 0;

  g_signal_connect_swapped (fixture->card, "copied", G_CALLBACK (mdg_test_count_cb), &n_copied);
  mdg_chart_card_set_scene (fixture->card, empty);
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "chart.copy", NULL);
  assert_int_equal (n_copied, 0);
  mdg_chart_card_set_show_table (fixture->card, TRUE);
  mdg_test_spin_for (20);
  mdg_chart_card_set_scene (fixture->card, NULL);
  mdg_test_spin_for (20);
  assert_null (mdg_chart_card_get_scene (fixture->card));
}

static void
test_finalize (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_load_bundle ();
  MdgChartScene *scene = fixture_build (figures, CHART_BANDS);
  GtkWidget *card = g_object_ref_sink (mdg_chart_card_new ());

  mdg_chart_card_set_scene (MDG_CHART_CARD (card), scene);
  mdg_chart_card_set_show_table (MDG_CHART_CARD (card), TRUE);
  mdg_test_assert_finalize (card);
  mdg_test_assert_finalize (scene);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_says_what_it_shows, setup, teardown),
    cmocka_unit_test_setup_teardown (test_narrow, setup, teardown),
    cmocka_unit_test_setup_teardown (test_the_table_has_the_data, setup, teardown),
    cmocka_unit_test_setup_teardown (test_copy, setup, teardown),
    cmocka_unit_test_setup_teardown (test_export_is_asked_for, setup, teardown),
    cmocka_unit_test (test_no_mnemonic_stands_twice),
    cmocka_unit_test_setup_teardown (test_popovers_are_made_when_asked_for, setup, teardown),
    cmocka_unit_test_setup_teardown (test_activation_is_passed_on, setup, teardown),
    cmocka_unit_test_setup_teardown (test_nothing_to_show, setup, teardown),
    cmocka_unit_test (test_finalize),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
