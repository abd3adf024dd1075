/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "desk/flow/mdg-choice-button.h"
#include "desk/mdg-doubt-box.h"
#include "desk/flow/mdg-outcome-card.h"

static MdgGuidePack *pack;

static int
load (void **state)
{
  pack = mdg_guide_pack_new_builtin (NULL);

  return pack != NULL ? 0 : -1;
}

static int
unload (void **state)
{
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

static void
check_property (GtkWidget *widget, GtkAccessibleProperty property, const char *value)
{
  char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, value);

  if (found != NULL)
    fail_msg ("expected “%s”, got “%s”", value, found);
}

/* Every icon that the pack names is there, so that no situation has a hole for a face. */
static void
test_icons (void **state)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  GPtrArray *situations = mdg_guide_pack_get_situations (pack);
  GPtrArray *checklists = mdg_guide_pack_get_checklists (pack);

  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);

      if (!gtk_icon_theme_has_icon (theme, situation->icon))
        fail_msg ("there is no icon %s", situation->icon);
    }
  for (guint i = 0; i < checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (checklists, i);

      if (!gtk_icon_theme_has_icon (theme, checklist->icon))
        fail_msg ("there is no icon %s", checklist->icon);
    }
}

static void
test_choice_button (void **state)
{
  GtkWidget *button =
    g_object_ref_sink (mdg_choice_button_new ("phone-symbolic", "A title", "A detail", 7));

  assert_string_equal (mdg_choice_button_get_title (MDG_CHOICE_BUTTON (button)), "A title");
  assert_int_equal (mdg_choice_button_get_digit (MDG_CHOICE_BUTTON (button)), 7);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_BUTTON);
  check_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "A title");
  check_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "A detail");
  check_property (button, GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "7");
  mdg_test_assert_finalize (button);
}

static void
test_doubt_box (void **state)
{
  GtkWidget *box = g_object_ref_sink (mdg_doubt_box_new ());
  const MdgGuideText doubt = { .in = { "Perhaps", "たぶん" } };
  const MdgGuideText none = { .in = { NULL, NULL } };

  assert_false (gtk_widget_get_visible (box));
  mdg_doubt_box_set_doubt (MDG_DOUBT_BOX (box), &doubt);
  assert_true (gtk_widget_get_visible (box));
  mdg_doubt_box_set_doubt (MDG_DOUBT_BOX (box), &none);
  assert_false (gtk_widget_get_visible (box));
  mdg_test_assert_finalize (box);
}

/* Every card of the pack can be shown, in both languages, and says its doubt. */
static void
test_every_card (void **state)
{
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, "reader-fault");
  MdgDay day = mdg_day_new (2026, 11, 22);

  for (guint language = 0; language < MDG_N_LANGUAGES; language++)
    {
      GtkWidget *card = g_object_ref_sink (mdg_outcome_card_new ());

      mdg_language_set (language);
      for (guint i = 0; i < nodes->len; i++)
        {
          const MdgNode *node = g_ptr_array_index (nodes, i);
          g_autoptr (GPtrArray) doubts = g_ptr_array_new ();
          g_autofree char *text = NULL;

          if (node->type != MDG_NODE_OUTCOME)
            continue;

          if (mdg_guide_text_get (&node->basis.doubt) != NULL)
            g_ptr_array_add (doubts, (gpointer) &node->basis.doubt);
          mdg_outcome_card_set_outcome (MDG_OUTCOME_CARD (card), pack, situation, node, doubts,
                                        day);
          check_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, mdg_guide_text_get (&node->text));
          text = mdg_outcome_card_get_text (MDG_OUTCOME_CARD (card));
          mdg_test_assert_contains (text, mdg_guide_text_get (&node->say));
          mdg_test_assert_contains (text, mdg_guide_text_get (&node->charge));
          mdg_test_assert_contains (text, mdg_guide_text_get (&node->claim));
          mdg_test_assert_contains (text, mdg_guide_text_get (&node->note));
          if (mdg_guide_text_get (&node->basis.doubt) != NULL)
            mdg_test_assert_contains (text, mdg_guide_text_get (&node->basis.doubt));
        }
      mdg_test_assert_finalize (card);
    }
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_icons),
    cmocka_unit_test (test_choice_button),
    cmocka_unit_test (test_doubt_box),
    cmocka_unit_test (test_every_card),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run_full (tests, load, unload);
}
