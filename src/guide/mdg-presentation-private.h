/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-presentation.h"

G_BEGIN_DECLS

/* For the files mdg-presentation*.c only. */

typedef struct
{
  const MdgNode *question; /* NULL if it is which situation this is */
  const MdgGuideBasis *basis;
  GArray *options; /* (element-type MdgDrillOption) */
  GArray *votes;   /* (element-type guint): as many as options */
  guint right;
  gint64 revealed_at;
  int voted_last; /* -1 if there is none */
} MdgPresentationStep;

typedef struct
{
  char *title;
  const MdgDrill *drill; /* NULL if it cannot be shown */
  const MdgNode *outcome;
  GPtrArray *steps; /* (element-type MdgPresentationStep) */
} MdgPresentationScenario;

struct _MdgPresentation
{
  GObject parent_instance;

  MdgGuidePack *pack;
  GPtrArray *scenarios; /* (element-type MdgPresentationScenario) */
  guint scenario;
  guint frame;
  MdgBlank blank;
};

/* mdg-presentation-scenario.c */
MdgPresentationScenario *mdg_presentation_scenario_new (MdgGuidePack *pack,
                                                        MdgDay day,
                                                        const MdgSessionScenario *record);
void mdg_presentation_scenario_free (MdgPresentationScenario *self);
void mdg_presentation_step_restore (MdgPresentationStep *self, const MdgSessionStep *record);
const char *mdg_presentation_step_get_text (const MdgPresentationStep *self);
MdgSessionStep *mdg_presentation_step_dup_record (const MdgPresentationStep *self,
                                                  guint scenario,
                                                  guint number);

/* mdg-presentation.c */
MdgPresentationScenario *mdg_presentation_peek_scenario (MdgPresentation *self);
MdgPresentationStep *mdg_presentation_peek_step (MdgPresentation *self);
void mdg_presentation_emit_step_changed (MdgPresentation *self);
void mdg_presentation_emit_changed (MdgPresentation *self);

G_END_DECLS
