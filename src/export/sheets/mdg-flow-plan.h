/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/sheets/mdg-sheet-sources.h"

G_BEGIN_DECLS

/**
 * MdgFlowPlan:
 *
 * The steps that situations lead through on one day, each once: questions with a number, outcomes with
 * a letter, so that paper can refer to them.
 */
typedef struct
{
  const MdgGuidePack *pack;
  MdgDay day;
  GPtrArray *questions; /* (element-type MdgNode) */
  GPtrArray *outcomes;  /* (element-type MdgNode) */
  MdgSheetSources sources;
} MdgFlowPlan;

void mdg_flow_plan_init (MdgFlowPlan *self, const MdgGuidePack *pack, MdgDay day);
void mdg_flow_plan_clear (MdgFlowPlan *self);
void mdg_flow_plan_add (MdgFlowPlan *self, const MdgSituation *situation);
char *mdg_flow_plan_format_ref (const MdgFlowPlan *self, const MdgNode *node);
GPtrArray *mdg_flow_plan_list_questions (const MdgFlowPlan *self, const MdgSituation *situation);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgFlowPlan, mdg_flow_plan_clear)

G_END_DECLS
