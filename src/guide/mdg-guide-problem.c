/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-problem.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (mdg - guide - error - quark, mdg_guide_error)

/**
 * mdg_guide_problem_free:
 * @self: (transfer full): a problem
 *
 * Frees @self.
 */
void
mdg_guide_problem_free (MdgGuideProblem *self)
{
  g_free (self->path);
  g_free (self->reason);
  g_free (self->remedy);
  g_free (self);
}

/**
 * mdg_guide_problem_to_string:
 * @self: a problem
 * @file: the name of the pack's file, for people
 *
 * Returns: (transfer full): file, place, reason and remedy on one line
 */
char *
mdg_guide_problem_to_string (const MdgGuideProblem *self, const char *file)
{
  /* Translators: file, place in it, and two sentences: what is wrong there, and what to do. */
  return g_strdup_printf (C_ ("guide problem", "%s: %s: %s %s"), file, self->path, self->reason,
                          self->remedy);
}

/**
 * mdg_guide_problems_new:
 *
 * Returns: (transfer full) (element-type MdgGuideProblem): an empty list of problems
 */
GPtrArray *
mdg_guide_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_guide_problem_free);
}

/**
 * mdg_guide_problems_add:
 * @problems: (element-type MdgGuideProblem): a list of problems
 * @rule: the broken rule
 * @path: where
 * @reason: (transfer full): what is wrong there
 * @remedy: what to do about it
 *
 * Adds a problem, unless the list is full or tells of the same rule and place already.
 */
void
mdg_guide_problems_add (GPtrArray *problems,
                        MdgGuideRule rule,
                        const char *path,
                        char *reason,
                        const char *remedy)
{
  MdgGuideProblem *problem;

  for (guint i = 0; i < problems->len; i++)
    {
      const MdgGuideProblem *other = g_ptr_array_index (problems, i);

      if (other->rule == rule && g_str_equal (other->path, path))
        {
          g_free (reason);
          return;
        }
    }

  if (problems->len >= MDG_GUIDE_MAX_PROBLEMS)
    {
      g_free (reason);
      return;
    }

  problem = g_new0 (MdgGuideProblem, 1);
  problem->rule = rule;
  problem->path = g_strdup (path);
  problem->reason = reason;
  problem->remedy = g_strdup (remedy);
  g_ptr_array_add (problems, problem);
}
