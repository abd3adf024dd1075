/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-question.h"

static void
choice_free (gpointer data)
{
  MdgImportChoice *choice = data;

  g_free (choice->answer);
  g_free (choice->label);
  g_free (choice);
}

/**
 * mdg_import_question_new:
 * @kind: what is asked
 * @id: what the answer is given under
 * @subject: (nullable): what it is asked about, as it stands in the file
 *
 * Returns: (transfer full): a question without choices
 */
MdgImportQuestion *
mdg_import_question_new (MdgQuestionKind kind, const char *id, const char *subject)
{
  MdgImportQuestion *self = g_new0 (MdgImportQuestion, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->subject = g_strdup (subject);
  self->choices = g_ptr_array_new_with_free_func (choice_free);

  return self;
}

/**
 * mdg_import_question_free:
 * @self: (nullable): a question
 *
 * Frees a question.
 */
void
mdg_import_question_free (MdgImportQuestion *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->subject);
  g_ptr_array_unref (self->choices);
  g_free (self->answer);
  g_free (self);
}

/**
 * mdg_import_question_add_choice:
 * @self: a question
 * @answer: the answer, as a machine value
 * @label: the same in words for people
 *
 * Adds a possible answer.
 */
void
mdg_import_question_add_choice (MdgImportQuestion *self, const char *answer, const char *label)
{
  MdgImportChoice *choice = g_new0 (MdgImportChoice, 1);

  choice->answer = g_strdup (answer);
  choice->label = g_strdup (label);
  g_ptr_array_add (self->choices, choice);
}

/**
 * mdg_question_kind_get_id:
 * @kind: a kind of question
 *
 * Returns: its id, under which one answer can be given for all questions of the kind
 */
const char *
mdg_question_kind_get_id (MdgQuestionKind kind)
{
  static const char *const ids[MDG_N_QUESTION_KINDS] = {
    [MDG_QUESTION_MONTH] = "month",
    [MDG_QUESTION_MEASURE] = "measure",
    [MDG_QUESTION_FACILITY_TYPE] = "facility_type",
    [MDG_QUESTION_PERCENT] = "percent",
    [MDG_QUESTION_READING] = "reading",
  };

  return ids[kind];
}

/**
 * mdg_import_question_find_answer:
 * @self: a question
 * @answers: (nullable) (element-type utf8 utf8): answers by the id of a question, or of a kind
 *
 * Returns: (transfer none) (nullable): the answer to it, if there is one that is among its choices
 */
const char *
mdg_import_question_find_answer (const MdgImportQuestion *self, GHashTable *answers)
{
  const char *answer;

  if (answers == NULL)
    return NULL;

  answer = g_hash_table_lookup (answers, self->id);
  if (answer == NULL)
    answer = g_hash_table_lookup (answers, mdg_question_kind_get_id (self->kind));
  if (answer == NULL || self->choices->len == 0)
    return answer;

  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (((const MdgImportChoice *) g_ptr_array_index (self->choices, i))->answer,
                     answer))
      return answer;

  return NULL;
}
