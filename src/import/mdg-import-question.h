/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file can leave open. */
typedef enum
{
  MDG_QUESTION_MONTH,         /* which month the figures are of: an ISO month */
  MDG_QUESTION_MEASURE,       /* what a column holds: the id of a measure, or MDG_ANSWER_SKIP */
  MDG_QUESTION_FACILITY_TYPE, /* which facility type the figures are of: its id */
  MDG_QUESTION_PERCENT,       /* whether numbers up to 1 are shares of 1 ("ratio") or percent */
  MDG_QUESTION_READING, /* which of several readings that all satisfy the laws is the right one */
  MDG_N_QUESTION_KINDS,
} MdgQuestionKind;

/* The answer that leaves out what was asked about. */
#define MDG_ANSWER_SKIP "skip"

/**
 * MdgImportChoice:
 * @answer: the answer, as a machine value
 * @label: the same in words for people
 *
 * One possible answer.
 */
typedef struct
{
  char *answer;
  char *label;
} MdgImportChoice;

/**
 * MdgImportQuestion:
 * @kind: what is asked
 * @id: what the answer is given under; the same whenever the same file is read
 * @subject: (nullable): what it is asked about, as it stands in the file: a heading, a sheet, a table
 * @choices: (element-type MdgImportChoice): the possible answers; empty where any month will do
 * @answer: (nullable): the answer that was given, if there was one
 *
 * Something that a file does not tell and that only the user can. What depends on it is not handed
 * out before it is answered.
 */
typedef struct
{
  MdgQuestionKind kind;
  char *id;
  char *subject;
  GPtrArray *choices;
  char *answer;
} MdgImportQuestion;

MdgImportQuestion *mdg_import_question_new (MdgQuestionKind kind,
                                            const char *id,
                                            const char *subject);
void mdg_import_question_free (MdgImportQuestion *self);
void mdg_import_question_add_choice (MdgImportQuestion *self,
                                     const char *answer,
                                     const char *label);
const char *mdg_import_question_find_answer (const MdgImportQuestion *self, GHashTable *answers);
const char *mdg_question_kind_get_id (MdgQuestionKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgImportQuestion, mdg_import_question_free)

G_END_DECLS
