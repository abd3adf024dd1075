/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-checker.h"

#include <glib/gi18n.h>

#include "guide/mdg-drill.h"
#include "guide/mdg-guide-pack-private.h"

/* Where a walk through the procedures stands while it looks for cycles. */
typedef enum
{
  UNSEEN,
  OPEN,
  DONE,
} Mark;

typedef struct
{
  const MdgGuidePack *pack;
  GPtrArray *problems;
  guint n_questions;    /* they stand before the outcomes in the pack's nodes */
  GHashTable *indices;  /* MdgNode -> index in the pack's nodes */
  Mark *marks;          /* by node */
  gboolean *is_reached; /* by node: on some day, from some situation */
  int *depths;          /* by node, on one day: choices to the farthest outcome, -1 not known */
} Checker;

static guint
get_index (Checker *self, const MdgNode *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, node));
}

static char *
get_path (Checker *self, guint index)
{
  return index < self->n_questions ? g_strdup_printf ("$.questions[%u]", index)
                                   : g_strdup_printf ("$.outcomes[%u]", index - self->n_questions);
}

static gboolean
overlaps (const MdgGuideBasis *a, const MdgGuideBasis *b)
{
  return (a->valid_until == MDG_DAY_NONE || b->valid_from == MDG_DAY_NONE ||
          b->valid_from <= a->valid_until) &&
         (b->valid_until == MDG_DAY_NONE || a->valid_from == MDG_DAY_NONE ||
          a->valid_from <= b->valid_until);
}

static GPtrArray *
get_versions (Checker *self, const char *id)
{
  return g_hash_table_lookup (self->pack->versions, id);
}

static void
check_reference (Checker *self, const char *id, char *path)
{
  g_autofree char *owned_path = path;

  if (get_versions (self, id) == NULL)
    mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_REFERENCE, owned_path,
                            g_strdup_printf (_ ("No question or outcome has the id “%s”."), id),
                            _ ("Correct the id, or add what it names."));
}

static void
check_references (Checker *self)
{
  for (guint i = 0; i < self->pack->situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (self->pack->situations, i);

      check_reference (self, situation->start, g_strdup_printf ("$.situations[%u].start", i));
    }

  for (guint i = 0; i < self->n_questions; i++)
    {
      const MdgNode *node = g_ptr_array_index (self->pack->nodes, i);

      for (guint j = 0; j < node->choices->len; j++)
        {
          const MdgChoice *choice = g_ptr_array_index (node->choices, j);

          check_reference (self, choice->next,
                           g_strdup_printf ("$.questions[%u].choices[%u].next", i, j));
        }
    }
}

/* Two versions of a node on one day would be two answers to one question. */
static void
check_overlaps (Checker *self)
{
  for (guint i = 0; i < self->pack->nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (self->pack->nodes, i);
      GPtrArray *versions = get_versions (self, node->id);

      for (guint j = 0; j < versions->len; j++)
        {
          const MdgNode *other = g_ptr_array_index (versions, j);
          g_autofree char *path = NULL;
          g_autofree char *other_path = NULL;
          g_autofree char *from_path = NULL;

          if (other == node)
            break;
          if (!overlaps (&node->basis, &other->basis))
            continue;

          path = get_path (self, i);
          other_path = get_path (self, get_index (self, other));
          from_path = g_strconcat (path, ".valid_from", NULL);
          mdg_guide_problems_add (
            self->problems, MDG_GUIDE_RULE_OVERLAP, from_path,
            g_strdup_printf (_ ("“%s” has two versions on the same day; the other is %s."),
                             node->id, other_path),
            _ ("Let one version end on the day before the other begins, or give one another id."));
        }
    }
}

static void
find_cycles (Checker *self, guint index)
{
  const MdgNode *node = g_ptr_array_index (self->pack->nodes, index);

  self->marks[index] = OPEN;
  for (guint i = 0; i < node->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (node->choices, i);
      GPtrArray *versions = get_versions (self, choice->next);

      for (guint j = 0; j < versions->len; j++)
        {
          const MdgNode *next = g_ptr_array_index (versions, j);
          guint next_index = get_index (self, next);

          if (!overlaps (&node->basis, &next->basis))
            continue;

          if (self->marks[next_index] == OPEN)
            {
              g_autofree char *path =
                g_strdup_printf ("$.questions[%u].choices[%u].next", index, i);

              mdg_guide_problems_add (
                self->problems, MDG_GUIDE_RULE_CYCLE, path,
                g_strdup_printf (_ ("This choice leads back to “%s”, from which it is reached."),
                                 choice->next),
                _ ("Let the choice lead to an outcome or to a question that comes later."));
            }
          else if (self->marks[next_index] == UNSEEN)
            find_cycles (self, next_index);
        }
    }
  self->marks[index] = DONE;
}

static void
add_gap (Checker *self, const char *path, const char *id, MdgDay day)
{
  g_autofree char *date = mdg_day_to_string (day);

  mdg_guide_problems_add (
    self->problems, MDG_GUIDE_RULE_GAP, path,
    g_strdup_printf (_ ("On %s there is no version of “%s”, so that the procedure has no outcome."),
                     date, id),
    _ ("Add a version for that day, or correct “valid_from” and “valid_until”."));
}

/* The most choices from @node to an outcome on @day, or 0 where there is none. */
static int
measure (Checker *self, const MdgNode *node, MdgDay day)
{
  guint index = get_index (self, node);
  int depth = 0;

  self->is_reached[index] = TRUE;
  if (self->depths[index] >= 0)
    return self->depths[index];

  for (guint i = 0; i < node->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (node->choices, i);
      const MdgNode *next = mdg_guide_pack_resolve (self->pack, choice->next, day);

      if (next == NULL)
        {
          g_autofree char *path = g_strdup_printf ("$.questions[%u].choices[%u].next", index, i);

          add_gap (self, path, choice->next, day);
          continue;
        }

      depth = MAX (depth, measure (self, next, day) + 1);
    }

  self->depths[index] = depth;

  return depth;
}

static void
check_day (Checker *self, MdgDay day)
{
  for (guint i = 0; i < self->pack->nodes->len; i++)
    self->depths[i] = -1;

  for (guint i = 0; i < self->pack->situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (self->pack->situations, i);
      const MdgNode *start;
      g_autofree char *path = NULL;
      int limit = i < MDG_GUIDE_N_FREQUENT ? MDG_GUIDE_MAX_CHOICES_FREQUENT : MDG_GUIDE_MAX_CHOICES;
      int depth;

      if (!mdg_guide_basis_holds_on (&situation->basis, day))
        continue;

      path = g_strdup_printf ("$.situations[%u].start", i);
      start = mdg_guide_pack_resolve (self->pack, situation->start, day);
      if (start == NULL)
        {
          add_gap (self, path, situation->start, day);
          continue;
        }

      depth = measure (self, start, day) + 1;
      if (depth > limit)
        {
          g_autofree char *remedy = g_strdup_printf (
            _ ("Let it take at most %d, the choice of the situation included."), limit);

          mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_DEPTH, path,
                                  g_strdup_printf (_ ("It takes %d choices to an outcome."), depth),
                                  remedy);
        }
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  MdgDay day_a = *(const MdgDay *) a;
  MdgDay day_b = *(const MdgDay *) b;

  return (day_a > day_b) - (day_a < day_b);
}

static void
add_boundaries (const MdgGuidePack *pack, const MdgGuideBasis *basis, GArray *days)
{
  MdgDay after = basis->valid_until + 1;

  if (basis->valid_from > pack->covers_from)
    g_array_append_val (days, basis->valid_from);
  if (basis->valid_until != MDG_DAY_NONE && after > pack->covers_from)
    g_array_append_val (days, after);
}

/* Between two boundaries nothing changes, so one day stands for all of them. */
static GArray *
list_boundaries (const MdgGuidePack *pack)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MdgDay));
  guint n = 1;

  g_array_append_val (days, pack->covers_from);
  for (guint i = 0; i < pack->situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (pack->situations, i);

      add_boundaries (pack, &situation->basis, days);
    }
  for (guint i = 0; i < pack->nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (pack->nodes, i);

      add_boundaries (pack, &node->basis, days);
    }
  for (guint i = 0; i < pack->drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (pack->drills, i);

      add_boundaries (pack, &drill->basis, days);
    }

  g_array_sort (days, compare_days);
  for (guint i = 1; i < days->len; i++)
    if (g_array_index (days, MdgDay, i) != g_array_index (days, MdgDay, i - 1))
      g_array_index (days, MdgDay, n++) = g_array_index (days, MdgDay, i);
  g_array_set_size (days, n);

  return days;
}

static void
check_reachable (Checker *self)
{
  for (guint i = 0; i < self->pack->nodes->len; i++)
    {
      g_autofree char *path = NULL;
      const MdgNode *node = g_ptr_array_index (self->pack->nodes, i);

      if (self->is_reached[i])
        continue;

      path = get_path (self, i);
      mdg_guide_problems_add (
        self->problems, MDG_GUIDE_RULE_UNREACHABLE, path,
        g_strdup_printf (_ ("No situation leads to “%s” on any day."), node->id),
        _ ("Let a choice lead here, correct the dates, or remove it."));
    }
}

/* A drill whose answer is not what the desk is told on that day would teach a mistake. */
static void
check_drills (Checker *self, const GArray *days)
{
  for (guint i = 0; i < self->pack->drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (self->pack->drills, i);

      for (guint j = 0; j < days->len; j++)
        {
          MdgDay day = g_array_index (days, MdgDay, j);
          g_autofree char *path = NULL;
          g_autofree char *date = NULL;

          if (!mdg_guide_basis_holds_on (&drill->basis, day) ||
              mdg_drill_holds_on (drill, self->pack, day))
            continue;

          path = g_strdup_printf ("$.drills[%u].path", i);
          date = mdg_day_to_string (day);
          mdg_guide_problems_add (
            self->problems, MDG_GUIDE_RULE_DRILL, path,
            g_strdup_printf (_ ("On %s the procedures do not lead this way to “%s”."), date,
                             drill->outcome),
            _ ("Correct the path or the outcome, or let the drill hold on other days."));
          break;
        }
    }
}

static void
check_procedures (Checker *self)
{
  guint n_problems = self->problems->len;
  g_autoptr (GArray) days = NULL;

  check_references (self);
  check_overlaps (self);
  if (self->problems->len > n_problems)
    return;

  for (guint i = 0; i < self->pack->nodes->len; i++)
    if (self->marks[i] == UNSEEN)
      find_cycles (self, i);
  if (self->problems->len > n_problems)
    return;

  days = list_boundaries (self->pack);
  for (guint i = 0; i < days->len; i++)
    check_day (self, g_array_index (days, MdgDay, i));

  /* Beyond a gap nothing is reached; to say so would only hide the gap. */
  if (self->problems->len == n_problems)
    {
      check_reachable (self);
      check_drills (self, days);
    }
}

/**
 * mdg_guide_checker_check:
 * @pack: a pack whose fields are in order
 * @problems: (element-type MdgGuideProblem): where to say what is wrong
 *
 * Proves that the procedures can be relied on: every id names something, no walk comes back to
 * where it was, every question and outcome is reached, every walk ends in an outcome within the
 * allowed number of choices, and on no day from the first that the pack covers has a situation no
 * outcome or two.
 *
 * Returns: whether all this holds
 */
gboolean
mdg_guide_checker_check (const MdgGuidePack *pack, GPtrArray *problems)
{
  guint n_nodes = pack->nodes->len;
  guint n_problems = problems->len;
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autofree Mark *marks = g_new0 (Mark, n_nodes);
  g_autofree gboolean *is_reached = g_new0 (gboolean, n_nodes);
  g_autofree int *depths = g_new0 (int, n_nodes);
  Checker checker = {
    .pack = pack,
    .problems = problems,
    .indices = indices,
    .marks = marks,
    .is_reached = is_reached,
    .depths = depths,
  };

  for (guint i = 0; i < n_nodes; i++)
    {
      const MdgNode *node = g_ptr_array_index (pack->nodes, i);

      g_hash_table_insert (indices, (gpointer) node, GUINT_TO_POINTER (i));
      if (node->type == MDG_NODE_QUESTION)
        checker.n_questions++;
    }

  check_procedures (&checker);

  return problems->len == n_problems;
}
