/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include <string.h>

#include "desk/flow/mdg-choice-button.h"
#include "desk/flow/mdg-contacts-dialog.h"
#include "desk/flow/mdg-day-button.h"
#include "desk/flow/mdg-desk-page.h"
#include "desk/mdg-doubt-box.h"
#include "desk/flow/mdg-outcome-card.h"
#include "desk/flow/mdg-path-bar.h"

#define N_WALKS 15
#define N_FREQUENT 5
#define MAX_KEYS 5
#define MAX_KEYS_FREQUENT 3

static DeskFixture fixture;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_desk_page_new (pack, store));
}

static int
set_up (void **state)
{
  desk_fixture_init (&fixture, create_page);

  return 0;
}

static int
tear_down (void **state)
{
  desk_fixture_clear (&fixture);

  return 0;
}

static guint
count_choices (void)
{
  return desk_count (fixture.page, MDG_TYPE_CHOICE_BUTTON);
}

static void
press_digit (guint digit)
{
  desk_press (fixture.page, GDK_KEY_0 + digit, 0);
}

static GtkWidget *
get_card (void)
{
  return desk_find (fixture.page, MDG_TYPE_OUTCOME_CARD, 0);
}

static GtkWidget *
get_search_entry (void)
{
  return desk_find (fixture.page, GTK_TYPE_SEARCH_ENTRY, 0);
}

static void
test_all_situations_in_order (void **state)
{
  GPtrArray *situations = mdg_guide_pack_get_situations (fixture.pack);

  assert_int_equal (count_choices (), situations->len);
  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);
      MdgChoiceButton *button =
        MDG_CHOICE_BUTTON (desk_find (fixture.page, MDG_TYPE_CHOICE_BUTTON, i));

      assert_string_equal (mdg_choice_button_get_title (button),
                           mdg_guide_text_get (&situation->title));
      assert_int_equal (mdg_choice_button_get_digit (button), i < 9 ? i + 1 : 0);
    }
}

/* By keys alone, whichever are pressed: a card within the promised number of keys, and back again
 * to the list by Backspace alone. */
static void
test_keys_lead_to_a_card_and_back (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_WALKS; i++)
    {
      guint first = g_rand_int_range (rand, 1, 10);
      guint n_keys = 1;

      press_digit (first);
      for (; get_card () == NULL; n_keys++)
        {
          assert_true (count_choices () >= 2);
          press_digit (g_rand_int_range (rand, 1, count_choices () + 1));
        }
      assert_true (n_keys <= (first <= N_FREQUENT ? MAX_KEYS_FREQUENT : MAX_KEYS));

      for (guint j = 0; j < n_keys; j++)
        desk_press (fixture.page, j % 2 == 0 ? GDK_KEY_BackSpace : GDK_KEY_Left,
                    j % 2 == 0 ? 0 : GDK_ALT_MASK);
      assert_null (get_card ());
      assert_int_equal (count_choices (), mdg_guide_pack_get_situations (fixture.pack)->len);
    }
}

/* A digit that stands on nothing does nothing, and neither does going back from the list. */
static void
test_keys_without_a_meaning (void **state)
{
  desk_press (fixture.page, GDK_KEY_BackSpace, 0);
  assert_int_equal (count_choices (), mdg_guide_pack_get_situations (fixture.pack)->len);

  press_digit (1);
  assert_int_equal (count_choices (), 3);
  press_digit (9);
  assert_int_equal (count_choices (), 3);
  press_digit (1);
  assert_non_null (get_card ());
  press_digit (1);
  assert_non_null (get_card ());
}

static gboolean
is_focus_of_type (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture.window));

  return focus != NULL && G_TYPE_CHECK_INSTANCE_TYPE (focus, *(GType *) data);
}

static void
test_keys_work_after_each_step (void **state)
{
  GType types[] = { MDG_TYPE_CHOICE_BUTTON, MDG_TYPE_CHOICE_BUTTON, MDG_TYPE_OUTCOME_CARD };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      assert_true (mdg_test_spin_until (is_focus_of_type, &types[i]));
      press_digit (3);
    }

  /* The focus has passed through the sentence, which is not to look chosen. */
  for (guint i = 0;; i++)
    {
      GtkWidget *label = desk_find (get_card (), GTK_TYPE_LABEL, i);

      if (label == NULL)
        break;
      assert_false (gtk_label_get_selection_bounds (GTK_LABEL (label), NULL, NULL));
    }
}

/* Tab alone leads through everything that can be chosen, and then on. */
static void
test_tab_reaches_all_situations (void **state)
{
  GPtrArray *situations = mdg_guide_pack_get_situations (fixture.pack);
  GType type = MDG_TYPE_CHOICE_BUTTON;

  assert_true (mdg_test_spin_until (is_focus_of_type, &type));
  /* Tab goes by where widgets are, which is settled some frames after they are shown. */
  mdg_test_spin_for (300);
  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture.window));

      assert_string_equal (gtk_widget_get_name (focus), situation->id);
      gtk_widget_child_focus (fixture.window, GTK_DIR_TAB_FORWARD);
    }
  assert_false (MDG_IS_CHOICE_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture.window))));
}

static void
test_path_can_be_reopened (void **state)
{
  GtkWidget *bar;

  assert_null (desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0));
  press_digit (3);
  press_digit (1);
  press_digit (2);
  assert_non_null (get_card ());

  bar = desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0);
  assert_int_equal (desk_count (bar, GTK_TYPE_BUTTON), 4);
  assert_true (desk_shows (bar, "The card reader fails"));
  assert_true (desk_shows (bar, "A patient is waiting"));
  assert_true (desk_shows (bar, "Has the Notice of Eligibility"));

  desk_click (desk_find (bar, GTK_TYPE_BUTTON, 1));
  assert_null (get_card ());
  assert_true (desk_shows (fixture.page, "What is needed now?"));
  desk_click (desk_find (bar, GTK_TYPE_BUTTON, 0));
  assert_int_equal (count_choices (), mdg_guide_pack_get_situations (fixture.pack)->len);
}

static void
test_another_day_is_marked (void **state)
{
  GtkWidget *button = desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0);
  GtkWidget *banner = desk_find (fixture.page, ADW_TYPE_BANNER, 0);

  assert_true (desk_shows (button, "Rules of today, 22 November 2026"));
  assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));

  mdg_day_button_set_day (MDG_DAY_BUTTON (button), mdg_day_new (2026, 7, 1));
  assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  mdg_test_assert_contains (adw_banner_get_title (ADW_BANNER (banner)), "1 July 2026");
  desk_click (desk_find_named (fixture.page, "old-card"));
  press_digit (1);
  assert_true (desk_shows (get_card (), "This time the ordinary share may be taken"));
  assert_non_null (desk_find (get_card (), MDG_TYPE_DOUBT_BOX, 0));

  /* Today the rule is over: the walk falls back to what there still is. */
  mdg_day_button_set_today (MDG_DAY_BUTTON (button));
  assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  assert_null (get_card ());
  assert_true (desk_shows (fixture.page, "ended on 31 July 2026"));

  mdg_day_button_set_day (MDG_DAY_BUTTON (button), mdg_day_new (2024, 1, 1));
  assert_int_equal (count_choices (), 0);
  assert_true (desk_shows (fixture.page, "The guide begins on 2 December 2024."));
  assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  desk_click (desk_find_button (fixture.page, "_Back to Today"));
  assert_true (mdg_day_button_is_today (MDG_DAY_BUTTON (button)));
  assert_int_equal (count_choices (), mdg_guide_pack_get_situations (fixture.pack)->len);
}

/* A page that begins before the guide does says so at once, and leads to the first day. */
static void
test_page_before_the_guide (void **state)
{
  MdgClock *clock = mdg_clock_get_default ();
  const MdgDay today = mdg_clock_get_today (clock);
  GtkWidget *page;
  MdgDayButton *button;

  mdg_clock_set_as_of (clock, mdg_day_new (2024, 11, 30));
  page = create_page (fixture.pack, fixture.store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), page);
  fixture.page = page;
  mdg_test_spin_pending ();
  button = MDG_DAY_BUTTON (desk_find (page, MDG_TYPE_DAY_BUTTON, 0));

  assert_int_equal (count_choices (), 0);
  assert_true (desk_shows (page, "The guide begins on 2 December 2024."));
  desk_click (desk_find_button (page, "Rules of 2 December 2024"));
  assert_int_equal (mdg_day_button_get_day (button), mdg_day_new (2024, 12, 2));
  assert_int_equal (count_choices (), mdg_guide_pack_get_situations (fixture.pack)->len);
  mdg_clock_set_as_of (clock, today);
}

/* What was uncertain about a question is so about everything that follows from its answer. */
static void
test_doubts_stay_to_the_end (void **state)
{
  g_autofree char *text = NULL;

  desk_click (desk_find_named (fixture.page, "old-card"));
  assert_true (desk_shows (fixture.page, "the notice itself has not been seen"));
  press_digit (1);
  assert_true (desk_shows (get_card (), "the notice itself has not been seen"));
  text = mdg_outcome_card_get_text (MDG_OUTCOME_CARD (get_card ()));
  mdg_test_assert_contains (text, "the notice itself has not been seen");
}

static gboolean
is_presented (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 100;
}

static gboolean
is_unmapped (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static void
test_calendar_opens_and_closes (void **state)
{
  GtkWidget *button = desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0);
  GtkWidget *toggle = desk_find (button, GTK_TYPE_TOGGLE_BUTTON, 0);
  GtkWidget *popover = gtk_widget_get_last_child (toggle);

  assert_true (GTK_IS_POPOVER (popover));
  desk_click (toggle);
  assert_true (mdg_test_spin_until (is_presented, popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  assert_true (mdg_test_spin_until (is_unmapped, popover));
  assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
}

static void
test_the_day_goes_with_the_clock (void **state)
{
  MdgClock *clock = mdg_clock_get_default ();
  MdgDayButton *button = MDG_DAY_BUTTON (desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0));

  mdg_clock_set_as_of (clock, mdg_day_new (2026, 11, 23));
  mdg_test_spin_pending ();
  assert_int_equal (mdg_day_button_get_day (button), mdg_day_new (2026, 11, 23));
  assert_true (mdg_day_button_is_today (button));

  mdg_day_button_set_day (button, mdg_day_new (2026, 1, 1));
  mdg_clock_set_as_of (clock, mdg_day_new (2026, 11, 24));
  mdg_test_spin_pending ();
  assert_int_equal (mdg_day_button_get_day (button), mdg_day_new (2026, 1, 1));
  assert_false (mdg_day_button_is_today (button));
}

typedef struct
{
  guint min;
  guint max;
} Range;

static gboolean
is_count_in_range (gpointer data)
{
  const Range *range = data;

  return count_choices () >= range->min && count_choices () <= range->max;
}

static void
search (const char *words, guint min, guint max)
{
  Range range = { min, max };

  gtk_editable_set_text (GTK_EDITABLE (get_search_entry ()), words);
  assert_true (mdg_test_spin_until (is_count_in_range, &range));
}

static void
test_search (void **state)
{
  guint n_situations = mdg_guide_pack_get_situations (fixture.pack)->len;

  search ("ﾏｲﾅﾎﾟｰﾀﾙ", 2, n_situations - 1);
  search ("zzzz", 0, 0);
  assert_true (desk_shows (fixture.page, "Nothing Found"));
  search ("くろまる", 1, 1);
  g_signal_emit_by_name (get_search_entry (), "activate");
  mdg_test_spin_pending ();
  assert_true (desk_shows (fixture.page, "Where does the ● stand?"));

  /* The words have done their work: back leads to all situations. */
  desk_press (fixture.page, GDK_KEY_BackSpace, 0);
  assert_int_equal (count_choices (), n_situations);
}

static void
test_search_action (void **state)
{
  GtkWidget *focus;

  press_digit (1);
  gtk_widget_activate_action (fixture.page, "page.search", NULL);
  mdg_test_spin_pending ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture.window));
  assert_true (gtk_widget_is_ancestor (focus, get_search_entry ()));
}

/* Where words are typed, digits are typed too, 75 for one; Alt and a digit chooses what was found,
 * and so does the digit alone where the focus is on what was found. */
static void
test_digits_while_searching (void **state)
{
  GtkWidget *entry = get_search_entry ();
  GType type = MDG_TYPE_CHOICE_BUTTON;
  GtkWidget *focus;

  /* The page puts the focus on a choice when it is shown, which can be late. */
  assert_true (mdg_test_spin_until (is_focus_of_type, &type));
  gtk_widget_activate_action (fixture.page, "page.search", NULL);
  mdg_test_spin_pending ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture.window));
  assert_true (GTK_IS_TEXT (focus));
  search ("暗証番号", 2, 9);

  /* The first results are the ones that the digits stand on. */
  for (guint i = 0; i < count_choices (); i++)
    assert_int_equal (mdg_choice_button_get_digit (
                        MDG_CHOICE_BUTTON (desk_find (fixture.page, MDG_TYPE_CHOICE_BUTTON, i))),
                      i + 1);
  desk_press (fixture.page, GDK_KEY_2, GDK_ALT_MASK);
  assert_non_null (desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0));
  assert_string_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "");
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);

  search ("暗証番号", 2, 9);
  press_digit (1);
  assert_non_null (desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0));
}

static void
test_numeric_keypad (void **state)
{
  desk_press (fixture.page, GDK_KEY_KP_3, 0);
  assert_true (desk_shows (fixture.page, "What is needed now?"));
  desk_press (fixture.page, GDK_KEY_KP_1, 0);
  desk_press (fixture.page, GDK_KEY_KP_2, 0);
  assert_non_null (get_card ());
  desk_press (fixture.page, GDK_KEY_BackSpace, 0);
  desk_press (fixture.page, GDK_KEY_KP_1, GDK_ALT_MASK);
  assert_non_null (get_card ());
}

static void
test_copied_card (void **state)
{
  g_autofree char *text = NULL;

  press_digit (2);
  press_digit (5);
  text = mdg_outcome_card_get_text (MDG_OUTCOME_CARD (get_card ()));
  mdg_test_assert_contains (text, "Eligibility invalid, or no information\n");
  mdg_test_assert_contains (text, "Rules of 22 November 2026");
  mdg_test_assert_contains (text, "\nSay: I could not confirm your insurance");
  mdg_test_assert_contains (text, "\nCharge: ");
  mdg_test_assert_contains (text, "\nClaim: ");
  mdg_test_assert_contains (text, "\nNote Down: ");
  mdg_test_assert_contains (text, "\nNext Time: ");
  mdg_test_assert_contains (text, "slide 6");
}

typedef struct
{
  char *id;
} Opened;

static void
open_checklist_cb (GtkWidget *page, const char *id, Opened *opened)
{
  g_set_str (&opened->id, id);
}

static void
test_checklist_is_one_click_away (void **state)
{
  Opened opened = { 0 };
  GtkWidget *row;

  g_signal_connect (fixture.page, "open-checklist", G_CALLBACK (open_checklist_cb), &opened);
  press_digit (3);
  press_digit (2);
  row = desk_find_named (get_card (), "reader-check");
  assert_non_null (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  assert_string_equal (opened.id, "reader-check");
  g_signal_handlers_disconnect_by_data (fixture.page, &opened);
  g_free (opened.id);
}

static gboolean
shows_dialog (gpointer data)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture.window));

  return dialog != NULL && desk_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 1) != NULL;
}

static gboolean
shows_contact (gpointer data)
{
  return desk_shows (get_card (), "0120-000-000");
}

static gpointer
list_contacts_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_contacts (database, error);
}

static void
test_contacts (void **state)
{
  g_autoptr (GPtrArray) contacts = NULL;
  const MdgContact *vendor;
  GtkWidget *dialog;

  /* No contacts where nothing is broken. */
  press_digit (1);
  press_digit (1);
  assert_false (desk_shows (get_card (), "Our Contacts"));
  desk_press (fixture.page, GDK_KEY_BackSpace, 0);
  desk_press (fixture.page, GDK_KEY_BackSpace, 0);

  press_digit (3);
  press_digit (3);
  assert_true (desk_shows (get_card (), "Our Contacts"));
  assert_true (desk_shows (get_card (), "Not entered yet"));

  g_signal_emit_by_name (get_card (), "edit-contacts");
  assert_true (mdg_test_spin_until (shows_dialog, NULL));
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture.window)));
  assert_true (MDG_IS_CONTACTS_DIALOG (dialog));
  gtk_editable_set_text (GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW, 0)), " A vendor ");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW, 1)), "0120-000-000");
  desk_click (adw_dialog_get_default_widget (ADW_DIALOG (dialog)));

  assert_true (mdg_test_spin_until (shows_contact, NULL));
  assert_true (desk_shows (get_card (), "A vendor"));
  contacts = desk_fixture_run (&fixture, list_contacts_work, NULL);
  vendor = g_ptr_array_index (contacts, MDG_CONTACT_VENDOR);
  assert_string_equal (vendor->name, "A vendor");
  assert_string_equal (vendor->phone, "0120-000-000");
  assert_string_equal (vendor->note, "");
}

/* With text twice as large the page still fits a telephone, wherever a walk leads. */
static void
test_large_text_fits (void **state)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture.page);
  const guint digits[] = { 3, 1, 5 };
  GtkWidget *day_button = desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0);
  int widths[G_N_ELEMENTS (digits) + 1];
  int one_line;
  int more_lines;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  mdg_test_spin_for (50);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_widget_measure (fixture.page, GTK_ORIENTATION_HORIZONTAL, -1, &widths[i], NULL, NULL,
                          NULL);
      if (i < G_N_ELEMENTS (digits))
        press_digit (digits[i]);
    }
  gtk_widget_measure (day_button, GTK_ORIENTATION_VERTICAL, -1, &one_line, NULL, NULL, NULL);
  gtk_widget_measure (day_button, GTK_ORIENTATION_VERTICAL, 300, &more_lines, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);

  assert_true (more_lines > one_line);
  assert_non_null (get_card ());
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i] > 360)
      fail_msg ("after %u choices the page needs %d pixels", i, widths[i]);
}

static void
test_page_is_finalized (void **state)
{
  GtkWidget *page = g_object_ref (fixture.page);

  press_digit (3);
  press_digit (2);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), NULL);
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (page);
}

#define page_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    page_test (test_all_situations_in_order),
    page_test (test_keys_lead_to_a_card_and_back),
    page_test (test_keys_without_a_meaning),
    page_test (test_keys_work_after_each_step),
    page_test (test_tab_reaches_all_situations),
    page_test (test_path_can_be_reopened),
    page_test (test_another_day_is_marked),
    page_test (test_page_before_the_guide),
    page_test (test_doubts_stay_to_the_end),
    page_test (test_calendar_opens_and_closes),
    page_test (test_the_day_goes_with_the_clock),
    page_test (test_search),
    page_test (test_search_action),
    page_test (test_digits_while_searching),
    page_test (test_numeric_keypad),
    page_test (test_copied_card),
    page_test (test_checklist_is_one_click_away),
    page_test (test_contacts),
    page_test (test_large_text_fits),
    page_test (test_page_is_finalized),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
