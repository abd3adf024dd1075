/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-flow-plan.h"

#include <glib/gi18n.h>

#define N_LETTERS 26

/**
 * mdg_flow_plan_init:
 * @self: a plan
 * @pack: a guide pack, which must live as long as @self
 * @day: the day whose rules are followed
 *
 * Begins a plan without steps.
 */
void
mdg_flow_plan_init (MdgFlowPlan *self, const MdgGuidePack *pack, MdgDay day)
{
  *self = (MdgFlowPlan) { .pack = pack, .day = day };
  self->questions = g_ptr_array_new ();
  self->outcomes = g_ptr_array_new ();
  mdg_sheet_sources_init (&self->sources);
}

/**
 * mdg_flow_plan_clear:
 * @self: a plan
 *
 * Frees what @self holds.
 */
void
mdg_flow_plan_clear (MdgFlowPlan *self)
{
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  mdg_sheet_sources_clear (&self->sources);
}

/* Adds the steps that can be reached, those that are nearer first. */
static void
collect (const MdgGuidePack *pack,
         MdgDay day,
         const char *start,
         GPtrArray *questions,
         GPtrArray *outcomes)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, (gpointer) mdg_guide_pack_resolve (pack, start, day));
  for (guint i = 0; i < queue->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (queue, i);
      GPtrArray *list;

      if (node == NULL)
        continue;
      list = node->type == MDG_NODE_QUESTION ? questions : outcomes;
      if (!g_ptr_array_find (list, node, NULL))
        g_ptr_array_add (list, (gpointer) node);
      for (guint j = 0; j < node->choices->len; j++)
        {
          const MdgChoice *choice = g_ptr_array_index (node->choices, j);
          const MdgNode *next = mdg_guide_pack_resolve (pack, choice->next, day);

          if (!g_ptr_array_find (queue, next, NULL))
            g_ptr_array_add (queue, (gpointer) next);
        }
    }
}

/**
 * mdg_flow_plan_add:
 * @self: a plan
 * @situation: a situation of its pack that holds on its day
 *
 * Adds all steps below @situation, and what they rest on.
 */
void
mdg_flow_plan_add (MdgFlowPlan *self, const MdgSituation *situation)
{
  guint first_question = self->questions->len;
  guint first_outcome = self->outcomes->len;

  collect (self->pack, self->day, situation->start, self->questions, self->outcomes);
  mdg_sheet_sources_add (&self->sources, &situation->basis);
  for (guint i = first_question; i < self->questions->len; i++)
    mdg_sheet_sources_add (&self->sources,
                           &((MdgNode *) g_ptr_array_index (self->questions, i))->basis);
  for (guint i = first_outcome; i < self->outcomes->len; i++)
    mdg_sheet_sources_add (&self->sources,
                           &((MdgNode *) g_ptr_array_index (self->outcomes, i))->basis);
}

/**
 * mdg_flow_plan_format_ref:
 * @self: a plan
 * @node: a step of it
 *
 * Returns: (transfer full): its number or letter
 */
char *
mdg_flow_plan_format_ref (const MdgFlowPlan *self, const MdgNode *node)
{
  guint index = 0;

  if (g_ptr_array_find (self->questions, node, &index))
    /* Translators: the number of a question that other places refer to. */
    return g_strdup_printf (C_ ("sheet", "Q%u"), index + 1);

  g_ptr_array_find (self->outcomes, node, &index);
  if (index < N_LETTERS)
    return g_strdup_printf ("%c", 'A' + index);

  return g_strdup_printf ("%c%u", 'A' + index % N_LETTERS, index / N_LETTERS + 1);
}

/**
 * mdg_flow_plan_list_questions:
 * @self: a plan
 * @situation: a situation that was added
 *
 * Returns: (transfer container) (element-type MdgNode): the questions below @situation, the first one
 *   first
 */
GPtrArray *
mdg_flow_plan_list_questions (const MdgFlowPlan *self, const MdgSituation *situation)
{
  GPtrArray *questions = g_ptr_array_new ();
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  collect (self->pack, self->day, situation->start, questions, outcomes);

  return questions;
}
