/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-guide-checker.h"

/* Well before the first day of the pack, and well after the last rule of today. */
#define SWEEP_FROM mdg_day_new (2024, 11, 1)
#define SWEEP_UNTIL mdg_day_new (2027, 12, 31)

static MdgGuidePack *pack;

static int
load (void **state)
{
  g_autoptr (GError) error = NULL;

  pack = mdg_guide_pack_new_builtin (&error);
  mdg_test_assert_no_error (error);

  return 0;
}

static int
unload (void **state)
{
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

typedef void (*Visit) (const MdgSituation *situation,
                       const MdgNode *node,
                       guint n_choices,
                       gpointer data);

/* Calls @visit for every node of every walk on @day; a walk that ends nowhere fails the test. */
static void
walk_all (const MdgSituation *situation,
          const char *id,
          MdgDay day,
          guint n_choices,
          Visit visit,
          gpointer data)
{
  const MdgNode *node = mdg_guide_pack_resolve (pack, id, day);

  if (node == NULL)
    {
      g_autofree char *date = mdg_day_to_string (day);

      fail_msg ("%s: there is no %s on %s", situation->id, id, date);
    }

  visit (situation, node, n_choices, data);
  for (guint i = 0; i < node->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (node->choices, i);

      walk_all (situation, choice->next, day, n_choices + 1, visit, data);
    }
}

static void
visit_day (MdgDay day, Visit visit, gpointer data)
{
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);

  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);

      walk_all (situation, situation->start, day, 1, visit, data);
    }
}

typedef struct
{
  const char *situation;
  const char *node;
  const MdgNode *found;
} Find;

static void
find_cb (const MdgSituation *situation, const MdgNode *node, guint n_choices, gpointer data)
{
  Find *find = data;

  if (g_str_equal (situation->id, find->situation) && g_str_equal (node->id, find->node))
    find->found = node;
}

static const MdgNode *
find_on (const char *situation, const char *node, MdgDay day)
{
  Find find = { .situation = situation, .node = node };

  visit_day (day, find_cb, &find);

  return find.found;
}

static gboolean
has_doubt (const MdgNode *node)
{
  return node->basis.doubt.in[MDG_LANGUAGE_JAPANESE] != NULL;
}

static void
count_ends_cb (const MdgSituation *situation, const MdgNode *node, guint n_choices, gpointer data)
{
  guint *n_ends = data;
  GPtrArray *situations = mdg_guide_pack_get_situations (pack);
  guint limit = MDG_GUIDE_MAX_CHOICES;

  for (guint i = 0; i < MDG_GUIDE_N_FREQUENT; i++)
    if (g_ptr_array_index (situations, i) == situation)
      limit = MDG_GUIDE_MAX_CHOICES_FREQUENT;

  if (node->type == MDG_NODE_OUTCOME)
    {
      assert_int_equal (node->choices->len, 0);
      assert_true (n_choices <= limit);
      (*n_ends)++;
    }
  else
    mdg_test_assert_in_range (node->choices->len, 2, 9);
}

/* Every day, and not only those at which the checker looks. */
static void
test_every_day_every_walk_ends (void **state)
{
  guint n_situations = mdg_guide_pack_get_situations (pack)->len;

  for (MdgDay day = SWEEP_FROM; day <= SWEEP_UNTIL; day++)
    {
      g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);
      guint n_ends = 0;

      visit_day (day, count_ends_cb, &n_ends);
      if (day < mdg_guide_pack_get_covers_from (pack))
        assert_int_equal (situations->len, 0);
      else
        {
          assert_int_equal (situations->len, n_situations);
          assert_true (n_ends > n_situations);
        }
    }
}

/* No rule of the pack ends its coverage: a pack shown years later still answers. */
static void
test_far_future_is_covered (void **state)
{
  guint n_ends = 0;

  visit_day (mdg_day_new (2999, 12, 31), count_ends_cb, &n_ends);
  assert_true (n_ends > mdg_guide_pack_get_situations (pack)->len);
}

static void
test_expired_card_rule (void **state)
{
  const MdgDay from = mdg_day_new (2025, 8, 1);
  const MdgDay extended = mdg_day_new (2026, 4, 1);
  const MdgDay until = mdg_day_new (2026, 7, 31);

  for (MdgDay day = mdg_guide_pack_get_covers_from (pack); day <= SWEEP_UNTIL; day++)
    {
      const MdgNode *by_card = find_on ("old-card", "out-grace", day);
      const MdgNode *by_notice = find_on ("notice-only", "out-grace", day);
      const MdgNode *question = find_on ("old-card", "old-card", day);

      assert_true ((by_card != NULL) == (day >= from && day <= until));
      assert_true ((by_notice != NULL) == (day >= from && day <= until));
      if (by_card != NULL)
        assert_true (has_doubt (by_card) == (day >= extended));
      assert_true (has_doubt (question) == (day >= extended));
    }
}

/* Before December 2025 the provisional rule was for 国保 and those of 75 and over alone. */
static void
test_employees_came_later (void **state)
{
  const MdgNode *before = find_on ("old-card", "old-card", mdg_day_new (2025, 12, 1));
  const MdgNode *after = find_on ("old-card", "old-card", mdg_day_new (2025, 12, 2));

  assert_non_null (mdg_node_find_choice (before, "employee"));
  assert_null (mdg_node_find_choice (after, "employee"));
}

static void
test_old_card_ends (void **state)
{
  assert_non_null (find_on ("old-card", "out-old-valid", mdg_day_new (2025, 12, 1)));
  assert_non_null (find_on ("invalid", "out-old-valid", mdg_day_new (2025, 12, 1)));
  assert_null (find_on ("old-card", "out-old-valid", mdg_day_new (2025, 12, 2)));
  assert_null (find_on ("invalid", "out-old-valid", mdg_day_new (2025, 12, 2)));
}

static void
test_phone_begins (void **state)
{
  const MdgNode *before = find_on ("smartphone", "phone", mdg_day_new (2025, 9, 18));
  const MdgNode *after = find_on ("smartphone", "phone", mdg_day_new (2025, 9, 19));

  assert_int_equal (before->type, MDG_NODE_OUTCOME);
  assert_int_equal (after->type, MDG_NODE_QUESTION);
}

static void
test_over_75_changes (void **state)
{
  const MdgNode *before = find_on ("over-75", "over-75", mdg_day_new (2026, 7, 31));
  const MdgNode *after = find_on ("over-75", "over-75", mdg_day_new (2026, 8, 1));

  assert_ptr_not_equal (before, after);
  assert_false (has_doubt (before));
  assert_true (has_doubt (after));
}

/* No source speaks of a card alone where it cannot be read: nothing is promised there. */
static void
test_outside_promises_nothing (void **state)
{
  static const char *const promises[] = { "out-past", "out-declaration" };
  const MdgNode *outcome = find_on ("outside-duty", "out-outside-card", mdg_day_new (2026, 11, 22));

  assert_non_null (outcome);
  assert_true (has_doubt (outcome));
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      assert_null (find_on ("outside-duty", promises[i], mdg_day_new (2025, 12, 1)));
      assert_null (find_on ("outside-duty", promises[i], mdg_day_new (2025, 12, 2)));
    }
}

/* The screen alone is for phones that could not be read, not for facilities without the reader. */
static void
test_no_phone_reader (void **state)
{
  const MdgNode *question = find_on ("smartphone", "phone", mdg_day_new (2026, 11, 22));

  assert_string_equal (mdg_node_find_choice (question, "no")->next, "instead");
  assert_null (find_on ("smartphone", "out-phone-portal", mdg_day_new (2025, 9, 18)));
  assert_non_null (find_on ("smartphone", "out-phone-portal", mdg_day_new (2025, 9, 19)));
}

static void
check_changed_cb (const MdgSituation *situation,
                  const MdgNode *node,
                  guint n_choices,
                  gpointer data)
{
  guint *n_asked = data;
  const MdgChoice *returning = mdg_node_find_choice (node, "returning");

  if (returning == NULL)
    return;

  (*n_asked)++;
  assert_true (g_str_has_suffix (returning->next, "-past"));
  assert_true (g_str_has_suffix (mdg_node_find_choice (node, "changed")->next, "-declaration"));
}

/* The past visit says something only if nothing has changed since. */
static void
test_changed_insurance_is_declared (void **state)
{
  const MdgDay days[] = { mdg_day_new (2025, 12, 1), mdg_day_new (2026, 11, 22) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      guint n_asked = 0;

      visit_day (days[i], check_changed_cb, &n_asked);
      assert_true (n_asked >= 4);
    }
}

/* When the grace of an expired certificate ends is uncertain wherever it is spoken of. */
static void
test_grace_has_its_doubt (void **state)
{
  const MdgDay day = mdg_day_new (2026, 11, 22);
  const MdgNode *card = find_on ("card-expired", "out-card-confirmed", day);
  const MdgNode *certificate = find_on ("certificate-expired", "out-certificate-grace", day);

  assert_string_equal (card->basis.doubt.in[MDG_LANGUAGE_JAPANESE],
                       certificate->basis.doubt.in[MDG_LANGUAGE_JAPANESE]);
}

/* While a valid old card could still exist, every question that might meet one offers it. */
static void
test_old_card_is_offered (void **state)
{
  static const char *const ids[] = { "not-registered", "over-75", "certificate-shown" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      assert_non_null (find_on (ids[i], "out-old-valid", mdg_day_new (2025, 12, 1)));
      assert_null (find_on (ids[i], "out-old-valid", mdg_day_new (2025, 12, 2)));
    }
}

/* Only who is shown an A4 certificate is told what is uncertain about it. */
static void
test_doubt_about_a4 (void **state)
{
  const MdgDay day = mdg_day_new (2026, 11, 22);

  assert_false (has_doubt (find_on ("certificate-shown", "out-certificate", day)));
  assert_true (has_doubt (find_on ("certificate-shown", "out-certificate-a4", day)));
  assert_null (find_on ("invalid", "out-certificate-a4", day));
}

static void
no_unknown_claim_cb (const MdgSituation *situation,
                     const MdgNode *node,
                     guint n_choices,
                     gpointer data)
{
  const char *claim = node->claim.in[MDG_LANGUAGE_JAPANESE];

  /* Where it may be used, it is the last resort; elsewhere it is named only to be ruled out. */
  if (claim != NULL && strstr (claim, "不詳") != NULL)
    assert_true (strstr (claim, "だけ「不詳」") != NULL ||
                 strstr (claim, "不詳では請求できません") != NULL);
}

static void
test_unknown_is_the_last_resort (void **state)
{
  visit_day (mdg_day_new (2026, 11, 22), no_unknown_claim_cb, NULL);
}

static void
test_order_is_the_surveys (void **state)
{
  static const char *const shares[] = { "77.2", "50.9", "48.2", "48.2", "45.2" };
  GPtrArray *situations = mdg_guide_pack_get_situations (pack);

  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);

      if (i < G_N_ELEMENTS (shares))
        assert_string_equal (situation->share, shares[i]);
      else
        assert_null (situation->share);
    }
}

static void
check_text (const MdgGuideText *text)
{
  const char *japanese = text->in[MDG_LANGUAGE_JAPANESE];
  const char *english = text->in[MDG_LANGUAGE_ENGLISH];
  g_autofree char *lower = NULL;

  assert_true ((japanese == NULL) == (english == NULL));
  if (japanese == NULL)
    return;

  /* A レセプト is a claim; only a 領収書 is a receipt. */
  lower = g_ascii_strdown (english, -1);
  if (strstr (lower, "receipt") != NULL)
    assert_non_null (strstr (japanese, "領収書"));
}

static void
test_words (void **state)
{
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  GPtrArray *checklists = mdg_guide_pack_get_checklists (pack);

  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      check_text (&node->text);
      check_text (&node->help);
      check_text (&node->say);
      check_text (&node->charge);
      check_text (&node->claim);
      check_text (&node->note);
      check_text (&node->next_time);
      check_text (&node->basis.doubt);

      /* What is said to a patient is whole sentences. */
      if (node->type == MDG_NODE_OUTCOME)
        {
          const char *say = node->say.in[MDG_LANGUAGE_JAPANESE];

          assert_true (g_str_has_suffix (say, "。") || g_str_has_suffix (say, "？"));
        }
    }

  for (guint i = 0; i < checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (checklists, i);

      for (guint j = 0; j < checklist->items->len; j++)
        {
          const MdgChecklistItem *item = g_ptr_array_index (checklist->items, j);

          check_text (&item->text);
          check_text (&item->help);
        }
    }
}

/* The text of a deck has line breaks wherever the slide had room for no more. */
static char *
strip_blanks (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static char *
load_deck (void)
{
  g_autofree char *deck =
    mdg_test_read_source ("data/datasets/sources/mhlw-deck-2025-11-13.txt", NULL);

  return strip_blanks (deck);
}

static void
test_outreach_is_the_decks (void **state)
{
  static const guint by_state[MDG_N_OUTREACH_STATES] = { 6, 10, 4 };
  static const guint by_audience[MDG_N_AUDIENCES] = { 6, 14, 0 };
  static const char *const labels[] = { "【医療機関・薬局向け】", "【国民向け】" };
  guint states[MDG_N_OUTREACH_STATES] = { 0 };
  guint audiences[MDG_N_AUDIENCES] = { 0 };
  GPtrArray *items = mdg_guide_pack_get_outreach (pack);
  g_autofree char *deck = load_deck ();
  const char *position = deck;

  assert_int_equal (items->len, 20);
  for (guint i = 0; i < items->len; i++)
    {
      const MdgOutreachItem *item = g_ptr_array_index (items, i);
      g_autofree char *text = strip_blanks (item->text.in[MDG_LANGUAGE_JAPANESE]);
      g_autofree char *line = NULL;

      states[item->state]++;
      audiences[item->audience]++;

      /* In the deck's order; the continuing ones stand under a heading for each audience. */
      line = item->state == MDG_OUTREACH_CONTINUING
               ? g_strdup (text)
               : g_strconcat (labels[item->audience], text, NULL);
      position = strstr (position, line);
      if (position == NULL)
        fail_msg ("%s is not the deck's wording", item->id);

      if (item->state == MDG_OUTREACH_PLANNED)
        mdg_test_assert_contains (item->text.in[MDG_LANGUAGE_JAPANESE],
                                  item->timing.in[MDG_LANGUAGE_JAPANESE]);
    }

  assert_memory_equal (states, by_state, sizeof (states));
  assert_memory_equal (audiences, by_audience, sizeof (audiences));
}

static void
test_materials_are_the_decks (void **state)
{
  static const guint by_page[] = { [3] = 6, [4] = 1, [5] = 3, [6] = 14 };
  guint pages[G_N_ELEMENTS (by_page)] = { 0 };
  GPtrArray *materials = mdg_guide_pack_get_materials (pack);
  g_autofree char *deck = load_deck ();

  for (guint i = 0; i < materials->len; i++)
    {
      const MdgMaterial *material = g_ptr_array_index (materials, i);
      const MdgGuideSource *source = g_ptr_array_index (material->basis.sources, 0);
      g_autofree char *text = strip_blanks (material->text.in[MDG_LANGUAGE_JAPANESE]);

      mdg_test_assert_contains (deck, text);
      assert_string_equal (source->edition, "mhlw-2025-11-13");
      mdg_test_assert_in_range (source->page, 3, 6);
      pages[source->page]++;
    }

  assert_memory_equal (pages, by_page, sizeof (pages));
}

static void
test_contacts_on_faults (void **state)
{
  static const char *const ids[] = { "reader-fault", "outage", "disaster" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    assert_int_not_equal (mdg_guide_pack_find_situation (pack, ids[i])->contacts, 0);
}

static void
test_texts_follow_the_language (void **state)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, "black-dot");
  MdgLanguage before = mdg_language_get ();

  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  assert_string_equal (mdg_guide_text_get (&situation->title), "● が表示される");
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
  assert_string_equal (mdg_guide_text_get (&situation->title), "A ● is shown");
  mdg_language_set (before);
}

static void
test_finding (void **state)
{
  assert_null (mdg_guide_pack_find_situation (pack, "none"));
  assert_null (mdg_guide_pack_find_checklist (pack, "none"));
  assert_null (mdg_guide_pack_find_source (pack, "none"));
  assert_null (mdg_guide_pack_resolve (pack, "none", mdg_day_new (2026, 11, 22)));
  assert_string_equal (mdg_guide_pack_find_checklist (pack, "reader-check")->id, "reader-check");
  assert_string_equal (mdg_guide_pack_find_source (pack, "deck-s6")->edition, "mhlw-2025-11-13");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_day_every_walk_ends),
    cmocka_unit_test (test_far_future_is_covered),
    cmocka_unit_test (test_expired_card_rule),
    cmocka_unit_test (test_employees_came_later),
    cmocka_unit_test (test_old_card_ends),
    cmocka_unit_test (test_phone_begins),
    cmocka_unit_test (test_over_75_changes),
    cmocka_unit_test (test_outside_promises_nothing),
    cmocka_unit_test (test_no_phone_reader),
    cmocka_unit_test (test_changed_insurance_is_declared),
    cmocka_unit_test (test_grace_has_its_doubt),
    cmocka_unit_test (test_old_card_is_offered),
    cmocka_unit_test (test_doubt_about_a4),
    cmocka_unit_test (test_unknown_is_the_last_resort),
    cmocka_unit_test (test_order_is_the_surveys),
    cmocka_unit_test (test_words),
    cmocka_unit_test (test_outreach_is_the_decks),
    cmocka_unit_test (test_materials_are_the_decks),
    cmocka_unit_test (test_contacts_on_faults),
    cmocka_unit_test (test_texts_follow_the_language),
    cmocka_unit_test (test_finding),
  };

  return mdg_test_run_full (tests, load, unload);
}
