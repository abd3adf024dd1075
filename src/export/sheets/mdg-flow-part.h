/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/sheets/mdg-flow-plan.h"

G_BEGIN_DECLS

void mdg_sheet_add_question (MdgSheet *sheet, const MdgFlowPlan *plan, const MdgNode *question);
void mdg_sheet_add_question_compact (MdgSheet *sheet,
                                     const MdgFlowPlan *plan,
                                     const MdgNode *question);
void mdg_sheet_add_answer_only (MdgSheet *sheet,
                                const MdgFlowPlan *plan,
                                const MdgSituation *situation);
char *mdg_sheet_format_outcome_title (const MdgFlowPlan *plan, const MdgNode *outcome);

G_END_DECLS
