/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MDG_GUIDE_ERROR (mdg_guide_error_quark ())

/**
 * MdgGuideError:
 * @MDG_GUIDE_ERROR_READ: the file cannot be read
 * @MDG_GUIDE_ERROR_SYNTAX: it is no JSON that can be read safely
 * @MDG_GUIDE_ERROR_INVALID: it is JSON, but breaks a rule of the format
 */
typedef enum
{
  MDG_GUIDE_ERROR_READ,
  MDG_GUIDE_ERROR_SYNTAX,
  MDG_GUIDE_ERROR_INVALID,
} MdgGuideError;

GQuark mdg_guide_error_quark (void);

/* No report lists more than this; a file with so many faults is better looked at from the top. */
#define MDG_GUIDE_MAX_PROBLEMS 50

/**
 * MdgGuideRule:
 *
 * The rules a pack is checked against, so that a caller (and a test) can tell them apart without
 * reading the message.
 */
typedef enum
{
  MDG_GUIDE_RULE_READ,
  MDG_GUIDE_RULE_TOO_LARGE,
  MDG_GUIDE_RULE_ENCODING,
  MDG_GUIDE_RULE_NESTING,
  MDG_GUIDE_RULE_SYNTAX,
  MDG_GUIDE_RULE_DUPLICATE_KEY,
  MDG_GUIDE_RULE_TYPE,
  MDG_GUIDE_RULE_UNKNOWN_FIELD,
  MDG_GUIDE_RULE_MISSING_FIELD,
  MDG_GUIDE_RULE_LENGTH,
  MDG_GUIDE_RULE_PATTERN,
  MDG_GUIDE_RULE_VALUE,
  MDG_GUIDE_RULE_DATE,
  MDG_GUIDE_RULE_DUPLICATE_ID,
  MDG_GUIDE_RULE_REFERENCE,
  MDG_GUIDE_RULE_SOURCE,
  MDG_GUIDE_RULE_OVERLAP,
  MDG_GUIDE_RULE_GAP,
  MDG_GUIDE_RULE_CYCLE,
  MDG_GUIDE_RULE_UNREACHABLE,
  MDG_GUIDE_RULE_DEPTH,
  MDG_GUIDE_RULE_DRILL,
} MdgGuideRule;

/**
 * MdgGuideProblem:
 * @rule: the broken rule
 * @path: where, as a JSON path such as `$.nodes[3].choices[1].next`
 * @reason: what is wrong there, for people
 * @remedy: what to do about it, for people
 */
typedef struct
{
  MdgGuideRule rule;
  char *path;
  char *reason;
  char *remedy;
} MdgGuideProblem;

void mdg_guide_problem_free (MdgGuideProblem *self);
char *mdg_guide_problem_to_string (const MdgGuideProblem *self, const char *file);

GPtrArray *mdg_guide_problems_new (void);
void mdg_guide_problems_add (GPtrArray *problems,
                             MdgGuideRule rule,
                             const char *path,
                             char *reason,
                             const char *remedy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgGuideProblem, mdg_guide_problem_free)

G_END_DECLS
