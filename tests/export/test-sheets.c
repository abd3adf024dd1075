/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-pages-fixture.h"

#include <string.h>

#include "core/mdg-language.h"
#include "core/mdg-run.h"
#include "draw/mdg-paper.h"
#include "export/sheets/mdg-checklist-sheet.h"
#include "export/sheets/mdg-contacts-sheet.h"
#include "export/sheets/mdg-desk-card-sheet.h"
#include "export/sheets/mdg-drills-sheet.h"
#include "export/sheets/mdg-first-look-sheet.h"
#include "export/sheets/mdg-flow-plan.h"
#include "export/sheets/mdg-outage-sheet.h"
#include "export/sheets/mdg-run-sheet.h"
#include "export/sheets/mdg-situation-sheet.h"

/* The least margin that any sheet has, less what letters' boxes reach beyond what is seen. */
#define EDGE 14

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
  mdg_language_set (MDG_LANGUAGE_ENGLISH);

  return 0;
}

static MdgDay
today (void)
{
  return mdg_day_new (2026, 11, 22);
}

static MdgContact *
contact_new (const char *name, const char *phone, const char *note)
{
  MdgContact *contact = g_new0 (MdgContact, 1);

  contact->name = g_strdup (name);
  contact->phone = g_strdup (phone);
  contact->note = g_strdup (note);

  return contact;
}

static GPtrArray *
contacts_new (void)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_contact_free);

  g_ptr_array_add (contacts,
                   contact_new ("窓口システム株式会社", "0120-111-222", "平日 9時～18時"));
  g_ptr_array_add (contacts, contact_new ("", "", ""));
  g_ptr_array_add (contacts, contact_new ("Network & Sons <limited>", "03-3333-4444",
                                          "A note that is so long that it must be wrapped into "
                                          "several lines of its narrow column"));
  g_ptr_array_add (contacts, contact_new ("", "06-5555-6666", ""));
  g_ptr_array_add (contacts, contact_new ("コールセンター", "", "24時間"));

  return contacts;
}

/* What holds for every document: inside its edges, numbered, fonts in the file, and at the foot of each
 * page the version of the pack. */
static Pages *
render (MdgSheet *sheet, MdgPaper paper)
{
  double width, height;
  Pages *pages;

  mdg_paper_get_size (paper, &width, &height);
  pages = pages_new (sheet, width, height);
  pages_assert_inside (pages, EDGE);
  pages_assert_numbered (pages);
  pages_assert_fonts (pages);
  for (guint i = 0; i < pages->n_pages; i++)
    mdg_test_assert_contains (g_ptr_array_index (pages->page_texts, i),
                              mdg_guide_pack_get_version (pack));

  return pages;
}

static void
assert_guide_text (const Pages *pages, const MdgGuideText *text)
{
  if (mdg_guide_text_get (text) != NULL)
    pages_assert_text (pages, mdg_guide_text_get (text));
}

static void
assert_basis (const Pages *pages, const MdgGuideBasis *basis)
{
  assert_guide_text (pages, &basis->doubt);
  for (guint i = 0; i < basis->sources->len; i++)
    assert_guide_text (pages, &((MdgGuideSource *) g_ptr_array_index (basis->sources, i))->title);
}

static void
assert_outcome (const Pages *pages, const MdgNode *outcome)
{
  assert_guide_text (pages, &outcome->text);
  assert_guide_text (pages, &outcome->help);
  assert_guide_text (pages, &outcome->say);
  assert_guide_text (pages, &outcome->charge);
  assert_guide_text (pages, &outcome->claim);
  assert_guide_text (pages, &outcome->note);
  assert_guide_text (pages, &outcome->next_time);
  assert_guide_text (pages, &outcome->form);
  assert_basis (pages, &outcome->basis);
}

static void
assert_question (const Pages *pages, const MdgNode *question)
{
  assert_guide_text (pages, &question->text);
  assert_guide_text (pages, &question->help);
  assert_basis (pages, &question->basis);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (question->choices, i);

      assert_guide_text (pages, &choice->text);
      assert_guide_text (pages, &choice->detail);
    }
}

static void
assert_plan (const Pages *pages, const MdgFlowPlan *plan)
{
  for (guint i = 0; i < plan->questions->len; i++)
    assert_question (pages, g_ptr_array_index (plan->questions, i));
  for (guint i = 0; i < plan->outcomes->len; i++)
    assert_outcome (pages, g_ptr_array_index (plan->outcomes, i));
}

/* Runs @check for both papers in both languages. */
static void
for_each (void (*check) (MdgPaper paper))
{
  for (guint language = 0; language < MDG_N_LANGUAGES; language++)
    for (guint paper = 0; paper < MDG_N_PAPERS; paper++)
      {
        mdg_language_set (language);
        check (paper);
      }
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
}

static void
check_situations (MdgPaper paper)
{
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, today ());
  g_autoptr (GPtrArray) contacts = contacts_new ();

  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);
      g_autoptr (MdgSheet) sheet = mdg_situation_sheet_new (pack, situation, today (), contacts);
      g_autoptr (Pages) pages = render (sheet, paper);
      g_auto (MdgFlowPlan) plan = { 0 };

      mdg_flow_plan_init (&plan, pack, today ());
      mdg_flow_plan_add (&plan, situation);
      assert_guide_text (pages, &situation->title);
      assert_guide_text (pages, &situation->line);
      assert_basis (pages, &situation->basis);
      assert_plan (pages, &plan);
      for (guint j = 0; j < MDG_N_CONTACTS; j++)
        if ((situation->contacts & (1u << j)) != 0)
          {
            const MdgContact *contact = g_ptr_array_index (contacts, j);

            pages_assert_text (pages, mdg_contact_kind_get_label (j));
            pages_assert_text (pages, contact->name);
            pages_assert_text (pages, contact->phone);
            pages_assert_text (pages, contact->note);
          }
    }
}

static void
test_situations (void **state)
{
  for_each (check_situations);
}

static guint
find_page (const Pages *pages, const char *text)
{
  g_autofree char *squeezed = pages_squeeze (text);

  for (guint i = 0; i < pages->n_pages; i++)
    if (strstr (g_ptr_array_index (pages->page_texts, i), squeezed) != NULL)
      return i;

  fail_msg ("%s is on no page", text);
  return 0;
}

/* One document of all cards: a page number that goes on, and each card begins a page. */
static void
check_all_situations (MdgPaper paper)
{
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, today ());
  g_autoptr (MdgSheet) sheet = mdg_situation_sheet_new_all (pack, today (), NULL);
  g_autoptr (Pages) pages = render (sheet, paper);
  guint page = 0;

  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);
      g_autoptr (MdgSheet) single = mdg_situation_sheet_new (pack, situation, today (), NULL);
      g_autoptr (Pages) single_pages = render (single, paper);
      g_autofree char *title = pages_squeeze (mdg_guide_text_get (&situation->title));

      assert_true (page < pages->n_pages);
      mdg_test_assert_contains (g_ptr_array_index (pages->page_texts, page), title);
      page += single_pages->n_pages;
    }
  assert_int_equal (page, pages->n_pages);
}

static void
test_all_situations (void **state)
{
  for_each (check_all_situations);
}

/* Every way through the guide to its end, and the card that is printed there. */
static void
check_walk (MdgGuideWalk *walk, MdgPaper paper, GPtrArray *contacts)
{
  const MdgNode *node = mdg_guide_walk_get_node (walk);
  g_autoptr (MdgSheet) sheet = NULL;
  g_autoptr (Pages) pages = NULL;
  g_autoptr (GPtrArray) doubts = NULL;

  if (node->type == MDG_NODE_QUESTION)
    {
      for (guint i = 0; i < node->choices->len; i++)
        {
          const MdgChoice *choice = g_ptr_array_index (node->choices, i);

          assert_true (mdg_guide_walk_choose (walk, choice->id));
          check_walk (walk, paper, contacts);
          assert_true (mdg_guide_walk_back (walk));
        }
      return;
    }

  sheet = mdg_desk_card_sheet_new (walk, contacts);
  pages = render (sheet, paper);
  doubts = mdg_guide_walk_list_doubts (walk);
  assert_outcome (pages, node);
  assert_guide_text (pages, &mdg_guide_walk_get_situation (walk)->title);
  for (guint i = 0; i < doubts->len; i++)
    assert_guide_text (pages, g_ptr_array_index (doubts, i));
  for (guint i = 0; i < mdg_guide_walk_get_n_choices (walk); i++)
    {
      const MdgChoice *choice;
      const MdgNode *question = mdg_guide_walk_get_step (walk, i, &choice);

      assert_guide_text (pages, &question->text);
      assert_guide_text (pages, &choice->text);
    }
}

static void
check_outcomes (MdgPaper paper)
{
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, today ());
  g_autoptr (GPtrArray) contacts = contacts_new ();

  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);
      g_autoptr (MdgGuideWalk) walk = mdg_guide_walk_new (pack, today ());

      /* A small paper differs in nothing that one kind of case would not show. */
      if (paper == MDG_PAPER_A5 && i % 4 != 0)
        continue;
      assert_true (mdg_guide_walk_start (walk, situation->id));
      check_walk (walk, paper, contacts);
    }
}

static void
test_outcomes (void **state)
{
  for_each (check_outcomes);
}

/* The first look takes two pages of A4, whatever the language and the rules of the day. */
static void
check_first_look (MdgPaper paper)
{
  const MdgDay days[] = { today (), mdg_guide_pack_get_covers_from (pack),
                          mdg_day_new (2025, 12, 2), mdg_day_new (2026, 7, 31),
                          mdg_day_new (2026, 8, 1) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, days[i]);
      g_autoptr (MdgSheet) sheet = mdg_first_look_sheet_new (pack, days[i]);
      g_autoptr (Pages) pages = render (sheet, paper);
      g_auto (MdgFlowPlan) plan = { 0 };

      if (paper == MDG_PAPER_A4)
        assert_int_equal (pages->n_pages, 2);
      mdg_flow_plan_init (&plan, pack, days[i]);
      for (guint j = 0; j < MDG_FIRST_LOOK_SITUATIONS; j++)
        {
          const MdgSituation *situation = g_ptr_array_index (situations, j);

          mdg_flow_plan_add (&plan, situation);
          assert_guide_text (pages, &situation->title);
        }
      assert_plan (pages, &plan);
    }
}

static void
test_first_look (void **state)
{
  for_each (check_first_look);
}

static void
check_checklists (MdgPaper paper)
{
  g_autoptr (GPtrArray) checklists = mdg_guide_pack_list_checklists (pack, today ());
  g_autoptr (MdgSheet) all = mdg_checklist_sheet_new_all (pack, today ());
  g_autoptr (Pages) all_pages = render (all, paper);

  assert_true (checklists->len > 0);
  for (guint i = 0; i < checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (checklists, i);
      g_autoptr (MdgSheet) sheet = mdg_checklist_sheet_new (pack, checklist, today ());
      g_autoptr (Pages) pages = render (sheet, paper);

      assert_guide_text (pages, &checklist->title);
      assert_guide_text (pages, &checklist->line);
      assert_basis (pages, &checklist->basis);
      for (guint j = 0; j < checklist->items->len; j++)
        {
          const MdgChecklistItem *item = g_ptr_array_index (checklist->items, j);

          if (!mdg_guide_basis_holds_on (&item->basis, today ()))
            continue;
          assert_guide_text (pages, &item->text);
          assert_guide_text (pages, &item->help);
          assert_basis (pages, &item->basis);
          assert_guide_text (all_pages, &item->text);
        }
    }
}

static void
test_checklists (void **state)
{
  for_each (check_checklists);
}

static void
add_record (MdgRun *run, const char *id, MdgItemState state, const char *who, const char *note)
{
  MdgRunItem *item = mdg_run_item_new (
    id, state, who, state == MDG_ITEM_NOT_APPLICABLE ? "当院にはない" : NULL, note);

  item->touched_at = run->started_at + 60;
  g_ptr_array_add (run->items, item);
}

static void
check_runs (MdgPaper paper)
{
  g_autoptr (GPtrArray) checklists = mdg_guide_pack_list_checklists (pack, today ());

  for (guint i = 0; i < checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (checklists, i);
      g_autoptr (MdgRun) run = mdg_run_new ();
      g_autoptr (MdgSheet) sheet = NULL;
      g_autoptr (Pages) pages = NULL;

      run->checklist_id = g_strdup (checklist->id);
      run->template_version = g_strdup (mdg_guide_pack_get_version (pack));
      run->started_at = 1795000000;
      run->finished_at = i % 2 == 0 ? run->started_at + 3600 : 0;
      for (guint j = 0; j < checklist->items->len; j++)
        {
          const MdgChecklistItem *item = g_ptr_array_index (checklist->items, j);

          /* The third of every three was never touched. */
          if (j % 3 < 2)
            add_record (run, item->id, j % 3 == 0 ? MDG_ITEM_DONE : MDG_ITEM_NOT_APPLICABLE, "山田",
                        j == 0 ? "確認済みの控えは棚の2段目" : "");
        }
      add_record (run, "long-gone", MDG_ITEM_DONE, "KT", "a note that must not be lost");

      sheet = mdg_run_sheet_new (pack, checklist, run);
      pages = render (sheet, paper);
      assert_guide_text (pages, &checklist->title);
      for (guint j = 0; j < checklist->items->len; j++)
        assert_guide_text (pages,
                           &((MdgChecklistItem *) g_ptr_array_index (checklist->items, j))->text);
      pages_assert_text (pages, "確認済みの控えは棚の2段目");
      pages_assert_text (pages, "a note that must not be lost");
      pages_assert_text (pages, "long-gone");
      mdg_test_assert_contains (pages->text, "山田");
      mdg_test_assert_contains (pages->text, "Done");
      mdg_test_assert_contains (pages->text, "Notapplicable");
      pages_assert_text (pages, "当院にはない");
      assert_true ((strstr (pages->text, "Notfinished") != NULL) == (run->finished_at == 0));
    }
}

static void
test_runs (void **state)
{
  for_each (check_runs);
}

static void
check_notes (MdgPaper paper)
{
  g_autoptr (GPtrArray) contacts = contacts_new ();
  g_autoptr (MdgSheet) outage = mdg_outage_sheet_new (pack, today (), contacts);
  g_autoptr (MdgSheet) list = mdg_contacts_sheet_new (pack, today (), contacts);
  g_autoptr (MdgSheet) empty = mdg_contacts_sheet_new (pack, today (), NULL);
  g_autoptr (Pages) outage_pages = render (outage, paper);
  g_autoptr (Pages) list_pages = render (list, paper);
  g_autoptr (Pages) empty_pages = render (empty, paper);

  pages_assert_text (outage_pages, "資格情報照会（システム障害時）");
  mdg_test_assert_contains (outage_pages->text, "0120-111-222");
  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    {
      const MdgContact *contact = g_ptr_array_index (contacts, i);

      pages_assert_text (list_pages, contact->name);
      pages_assert_text (list_pages, contact->phone);
      pages_assert_text (list_pages, contact->note);
      pages_assert_text (empty_pages, mdg_contact_kind_get_label (i));
    }
  assert_null (strstr (empty_pages->text, "0120"));
}

static void
test_notes (void **state)
{
  for_each (check_notes);
}

/* The answers stand on pages of their own, behind all questions. */
static void
check_drills (MdgPaper paper)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  g_autoptr (MdgSheet) sheet = mdg_drills_sheet_new (pack, today (), NULL);
  g_autoptr (Pages) pages = render (sheet, paper);
  guint first_answer = find_page (pages, "Answers");
  guint n_drills = 0;

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);

      if (!mdg_drill_holds_on (drill, pack, today ()))
        continue;
      n_drills++;
      assert_guide_text (pages, &drill->age);
      assert_guide_text (pages, &drill->visit);
      assert_guide_text (pages, &drill->brought);
      assert_guide_text (pages, &drill->shows);
      assert_guide_text (pages, &drill->why);
      assert_basis (pages, &drill->basis);
    }
  assert_true (n_drills >= 40);

  for (guint i = 0; i < pages->n_pages; i++)
    {
      const char *text = g_ptr_array_index (pages->page_texts, i);

      assert_true ((strstr (text, "Brought") != NULL) <= (i < first_answer));
      assert_true ((strstr (text, "Why") != NULL) <= (i >= first_answer));
    }
}

static void
test_drills (void **state)
{
  for_each (check_drills);
}

/* Only some drills, in the order that was asked for. */
static void
test_some_drills (void **state)
{
  GPtrArray *all = mdg_guide_pack_get_drills (pack);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (MdgSheet) sheet = NULL;
  g_autoptr (Pages) pages = NULL;

  g_ptr_array_add (some, g_ptr_array_index (all, 3));
  g_ptr_array_add (some, g_ptr_array_index (all, 0));
  sheet = mdg_drills_sheet_new (pack, today (), some);
  pages = render (sheet, MDG_PAPER_A4);
  assert_int_equal (pages->n_pages, 2);
  mdg_test_assert_contains (pages->text, "Drill2");
  assert_null (strstr (pages->text, "Drill3"));
}

/* The foot says the day, from when until when, and the source. */
static void
test_furniture (void **state)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, "black-dot");
  g_autoptr (MdgSheet) sheet = mdg_situation_sheet_new (pack, situation, today (), NULL);
  g_autoptr (Pages) pages = render (sheet, MDG_PAPER_A4);

  for (guint i = 0; i < pages->n_pages; i++)
    {
      const char *text = g_ptr_array_index (pages->page_texts, i);

      mdg_test_assert_contains (text, "Rulesof22November2026");
      mdg_test_assert_contains (text, "Validfrom");
      mdg_test_assert_contains (text, "Source");
      mdg_test_assert_contains (text, "MinistryofHealth,LabourandWelfare");
    }
}

/* Letters go on behind Z. */
static void
test_references (void **state)
{
  g_auto (MdgFlowPlan) plan = { 0 };
  MdgNode nodes[60] = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  mdg_flow_plan_init (&plan, pack, today ());
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    g_ptr_array_add (plan.outcomes, &nodes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    assert_true (g_hash_table_add (seen, mdg_flow_plan_format_ref (&plan, &nodes[i])));
  assert_true (g_hash_table_contains (seen, "A"));
  assert_true (g_hash_table_contains (seen, "Z"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_situations),  cmocka_unit_test (test_all_situations),
    cmocka_unit_test (test_outcomes),    cmocka_unit_test (test_first_look),
    cmocka_unit_test (test_checklists),  cmocka_unit_test (test_runs),
    cmocka_unit_test (test_notes),       cmocka_unit_test (test_drills),
    cmocka_unit_test (test_some_drills), cmocka_unit_test (test_furniture),
    cmocka_unit_test (test_references),
  };

  return mdg_test_run_full (tests, load, unload);
}
