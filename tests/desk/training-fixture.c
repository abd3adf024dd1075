/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training-fixture.h"

#include <string.h>

#include "desk/flow/mdg-choice-button.h"
#include "desk/training/mdg-drill-player.h"
#include "desk/training/mdg-training-page.h"

DeskFixture fixture;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_training_page_new (pack, store));
}

int
training_set_up (void **state)
{
  desk_fixture_init (&fixture, create_page);

  return 0;
}

int
training_tear_down (void **state)
{
  desk_fixture_clear (&fixture);

  return 0;
}

/* Seeing. */

static gboolean
shows_wanted (gpointer data)
{
  return desk_shows (fixture.window, *(const char *const *) data);
}

void
training_await_text (const char *text)
{
  assert_true (mdg_test_spin_until (shows_wanted, &text));
}

static gboolean
shows_type (gpointer data)
{
  return desk_find (fixture.page, *(const GType *) data, 0) != NULL;
}

void
training_await_type (GType type)
{
  assert_true (mdg_test_spin_until (shows_type, &type));
}

gboolean
training_shows_choices (gpointer data)
{
  GtkWidget *button = desk_find (fixture.page, MDG_TYPE_CHOICE_BUTTON, 0);

  return button != NULL && gtk_widget_is_sensitive (button);
}

gboolean
training_shows_next (gpointer data)
{
  GtkWidget *player = desk_find (fixture.page, MDG_TYPE_DRILL_PLAYER, 0);

  return player != NULL && mdg_drill_player_is_at_answer (MDG_DRILL_PLAYER (player));
}

static gboolean
shows_fact (const MdgGuideText *text)
{
  const char *words = mdg_guide_text_get (text);

  return g_utf8_strlen (words, -1) == 1 || desk_shows (fixture.page, words);
}

/* The drill whose patient stands on the screen. */
const MdgDrill *
training_get_drill (void)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (fixture.pack);
  const MdgDrill *best = NULL;
  gsize best_length = 0;

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);
      gsize length = strlen (mdg_guide_text_get (&drill->shows)) +
                     strlen (mdg_guide_text_get (&drill->brought)) +
                     strlen (mdg_guide_text_get (&drill->visit));

      if (shows_fact (&drill->age) && shows_fact (&drill->visit) && shows_fact (&drill->brought) &&
          shows_fact (&drill->shows) && length > best_length)
        {
          best = drill;
          best_length = length;
        }
    }
  assert_non_null (best);

  return best;
}

guint
training_count_cases (void)
{
  g_autoptr (MdgTrainingSummary) summary =
    mdg_training_summary_new (fixture.pack, NULL, mdg_day_new (2026, 11, 22), MDG_DAY_NONE);

  return summary->cases->len;
}

/* Doing. */

void
training_activate (const char *name)
{
  GtkWidget *row = desk_find_named (fixture.page, name);

  assert_non_null (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

AdwAlertDialog *
training_get_dialog (void)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture.window));

  assert_non_null (dialog);

  return ADW_ALERT_DIALOG (dialog);
}

static gboolean
shows_name_row (gpointer data)
{
  *(GtkWidget **) data = desk_find (GTK_WIDGET (training_get_dialog ()), ADW_TYPE_ENTRY_ROW, 0);

  return *(GtkWidget **) data != NULL;
}

void
training_type_name (const char *name)
{
  GtkWidget *row = NULL;

  assert_true (mdg_test_spin_until (shows_name_row, &row));
  gtk_editable_set_text (GTK_EDITABLE (row), name);
}

void
training_click_tip (const char *tip)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = desk_find (fixture.page, GTK_TYPE_BUTTON, i);

      assert_non_null (button);
      if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tip) == 0)
        {
          desk_click (button);
          return;
        }
    }
}

/* As a user answers a dialog. */
void
training_respond (const char *response)
{
  AdwDialog *dialog = ADW_DIALOG (g_object_ref (training_get_dialog ()));
  g_autofree char *signal = g_strconcat ("response::", response, NULL);

  g_signal_emit_by_name (dialog, signal, response);
  adw_dialog_force_close (dialog);
  mdg_test_spin_pending ();
  g_object_unref (dialog);
}

gboolean
training_has_trainee (gpointer data)
{
  GtkWidget *row = desk_find (fixture.page, ADW_TYPE_COMBO_ROW, 0);
  GObject *item = row != NULL ? adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)) : NULL;

  return item != NULL &&
         g_str_equal (gtk_string_object_get_string (GTK_STRING_OBJECT (item)), data);
}

void
training_add_trainee (const char *name)
{
  training_click_tip ("Add a Name");
  training_type_name (name);
  training_respond ("save");
  assert_true (mdg_test_spin_until (training_has_trainee, (gpointer) name));
}

void
training_choose (const char *id)
{
  assert_true (mdg_test_spin_until (training_shows_choices, NULL));
  desk_click (desk_find_named (desk_find (fixture.page, MDG_TYPE_DRILL_PLAYER, 0), id));
  assert_true (mdg_test_spin_until (training_shows_next, NULL));
}

static const char *
find_wrong (const char *right)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = desk_find (fixture.page, MDG_TYPE_CHOICE_BUTTON, i);

      assert_non_null (button);
      if (!g_str_equal (gtk_widget_get_name (button), right))
        return gtk_widget_get_name (button);
    }
}

void
training_next (void)
{
  desk_press (fixture.page, GDK_KEY_Return, 0);
}

/* Plays the drill on the screen, wrongly at @wrong_step if there is such, and stays at the last
 * answer. */
const MdgDrill *
training_play (guint wrong_step)
{
  const MdgDrill *drill;

  assert_true (mdg_test_spin_until (training_shows_choices, NULL));
  drill = training_get_drill ();
  for (guint step = 0; step <= drill->path->len; step++)
    {
      const char *right = step == 0 ? drill->situation : g_ptr_array_index (drill->path, step - 1);
      g_autofree char *id = NULL;

      if (step > 0)
        training_next ();
      assert_true (mdg_test_spin_until (training_shows_choices, NULL));
      id = g_strdup (step == wrong_step ? find_wrong (right) : right);
      training_choose (id);
      assert_int_equal (desk_shows (fixture.page, "Not Right"), step == wrong_step);
    }

  return drill;
}

/* What the store has. */

gpointer
training_list_trainees_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_trainees (database, error);
}

static gpointer
list_rounds_work (MdgDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) trainees = mdg_database_list_trainees (database, error);

  return mdg_database_list_rounds (
    database, trainees->len > 0 ? ((const MdgTrainee *) g_ptr_array_index (trainees, 0))->id : 0,
    error);
}

GPtrArray *
training_list_rounds (void)
{
  return desk_fixture_run (&fixture, list_rounds_work, NULL);
}

void
training_reopen (void)
{
  GtkWidget *page;

  mdg_store_close (fixture.store);
  mdg_test_spin_pending ();
  g_object_unref (fixture.store);
  fixture.store = desk_fixture_open_store (fixture.folder);
  page = create_page (fixture.pack, fixture.store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), page);
  fixture.page = page;
}
