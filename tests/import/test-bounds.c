/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/* Figures that cannot be, where no law reaches them: the table is refused, and says why. */

typedef struct
{
  const char *from;
  const char *to;
  MdgTableKind kind;
  MdgMessageCode code;
} Case;

static const Case cases[] = {
  { "は44.40％", "は444.0％", MDG_TABLE_CLAIMS_RATE, MDG_MESSAGE_IMPOSSIBLE },
  { "約7,700万人", "約0万人", MDG_TABLE_INSURED_AFFECTED, MDG_MESSAGE_IMPOSSIBLE },
  { "全人口の79.9%", "全人口の179.9%", MDG_TABLE_CARD_HOLDERS, MDG_MESSAGE_IMPOSSIBLE },
  { "（73.1％）", "（731％）", MDG_TABLE_CARD_HOLDERS, MDG_MESSAGE_IMPOSSIBLE },
  { "（ 7,143万人）", "（ 0万人）", MDG_TABLE_REGISTRANTS, MDG_MESSAGE_IMPOSSIBLE },
  { "カード保有者の87.8%", "カード保有者の878%", MDG_TABLE_REGISTRANTS, MDG_MESSAGE_IMPOSSIBLE },
  { "（ 7,143万人）", "（ 9,743万人）", MDG_TABLE_REGISTRANTS, MDG_MESSAGE_EXCEEDS },
  { "（ 7,143万人）", "（ 9,743万人）", MDG_TABLE_CARD_HOLDERS, MDG_MESSAGE_EXCEEDS },
  { "12,433万人8,730", "2,433万人8,730", MDG_TABLE_POPULATION, MDG_MESSAGE_EXCEEDS },
  { "12,433万人8,730", "2,433万人8,730", MDG_TABLE_CARD_HOLDERS, MDG_MESSAGE_EXCEEDS },
  { "92.1%(R5.12)", "192.1%(R5.12)", MDG_TABLE_BANDS, MDG_MESSAGE_IMPOSSIBLE },
  { "0.9%(R5.12)", "9.9%(R5.12)", MDG_TABLE_BANDS, MDG_MESSAGE_BANDS_EXCEED },
  { "206,854(R7.9", "20,6854(R7.9", MDG_TABLE_BANDS, MDG_MESSAGE_FACILITIES_UNREADABLE },
  { "206,854(R7.9", "0(R7.9", MDG_TABLE_BANDS, MDG_MESSAGE_IMPOSSIBLE },
};

static void
test_impossible_figures (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (mdg_deck_text ());
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      assert_int_equal (g_string_replace (text, cases[i].from, cases[i].to, 1), 1);
      result = mdg_deck_import (text->str, -1);
      entry = mdg_deck_find_entry (result, cases[i].kind, MDG_N_FACILITY_TYPES);
      if (entry->status != MDG_ENTRY_REFUSED ||
          mdg_deck_find_message (entry, cases[i].code) == NULL)
        fail_msg ("“%s” was not refused as it should be", cases[i].to);
      assert_int_equal (entry->n_printed + entry->n_verified + entry->n_confirmed, 0);
      mdg_deck_assert_no_false_proof (result);
    }
}

/* Without the four tables by facility type nothing proves the rates by prefecture. */
static void
test_impossible_rates (void **state)
{
  static const char *const altered[] = { "440.05% (+1.39%)", "40.05% (+41.39%)",
                                         "40.05% (-71.39%)" };
  const char *end = strstr (mdg_deck_text (), "施設類型別・都道府県別の利用実績");

  for (guint i = 0; i < G_N_ELEMENTS (altered); i++)
    {
      g_autoptr (GString) text = g_string_new_len (mdg_deck_text (), end - mdg_deck_text ());
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;
      const MdgImportMessage *message;

      assert_int_equal (g_string_replace (text, "40.05% (+1.39%)", altered[i], 1), 1);
      result = mdg_deck_import (text->str, -1);
      entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
      assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
      message = mdg_deck_find_message (entry, MDG_MESSAGE_RATE_IMPOSSIBLE);
      assert_non_null (message);
      assert_string_equal (message->args[0], "03");
    }
}

/* Where the totals are refused, the tables' sums stand in for them, and have no slide. */
static void
test_sums_have_no_slide (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) result = NULL;
  const MdgImportMessage *message;
  g_autofree char *sentence = NULL;

  assert_int_equal (g_string_replace (text, "274,605,299", "274,605,298", 1), 1);
  result = mdg_deck_import (text->str, -1);
  message =
    mdg_deck_find_message (mdg_deck_find_entry (result, MDG_TABLE_USAGE, MDG_N_FACILITY_TYPES),
                           MDG_MESSAGE_READINGS_AGREE);
  assert_non_null (message);
  sentence = mdg_import_message_render (message);
  mdg_test_assert_contains (sentence, "(slide 8) agrees with");
  mdg_test_assert_contains (sentence, "(by the tables’ sums)");
}

static int
teardown (void **state)
{
  mdg_deck_clear ();

  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_impossible_figures),
    cmocka_unit_test (test_impossible_rates),
    cmocka_unit_test (test_sums_have_no_slide),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
