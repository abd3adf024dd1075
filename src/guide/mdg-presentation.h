/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/mdg-session.h"
#include "guide/mdg-drill-play.h"

G_BEGIN_DECLS

/* No group is larger. */
#define MDG_PRESENTATION_MAX_VOTES 999

/* What is on screen, in the order in which it comes. */
typedef enum
{
  MDG_FRAME_DETAILS,  /* the patient */
  MDG_FRAME_QUESTION, /* a question, its choices, and the votes that are entered */
  MDG_FRAME_ANSWER,   /* the same with the right answer */
  MDG_FRAME_OUTCOME,  /* what to say, to charge and to claim */
  MDG_FRAME_WHY,      /* why it is right, and where that is said */
  MDG_FRAME_MISSING, /* instead of all these: the scenario cannot be shown by the rules of the day */
  MDG_FRAME_END,     /* behind the last scenario */
} MdgFrameKind;

typedef enum
{
  MDG_BLANK_NONE,
  MDG_BLANK_BLACK,
  MDG_BLANK_WHITE,
} MdgBlank;

/**
 * MdgPresentation:
 *
 * What is on screen while a session is presented: its scenarios one frame after the other, forward
 * and back, and the votes on each question. Signals: "changed" whenever something else is to be
 * shown, "moved" when another frame is, "step-changed" (scenario, number) when the votes on a
 * question changed or its answer was revealed.
 */
#define MDG_TYPE_PRESENTATION (mdg_presentation_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresentation, mdg_presentation, MDG, PRESENTATION, GObject)

MdgPresentation *mdg_presentation_new (MdgGuidePack *pack, const MdgSession *session);

guint mdg_presentation_get_n_scenarios (MdgPresentation *self);
guint mdg_presentation_get_scenario (MdgPresentation *self);
guint mdg_presentation_get_frame (MdgPresentation *self);
guint mdg_presentation_get_n_frames (MdgPresentation *self, guint scenario);
MdgFrameKind mdg_presentation_get_frame_kind (MdgPresentation *self);
gboolean mdg_presentation_forward (MdgPresentation *self);
gboolean mdg_presentation_back (MdgPresentation *self);
void mdg_presentation_go_to (MdgPresentation *self, guint scenario, guint frame);
MdgBlank mdg_presentation_get_blank (MdgPresentation *self);
void mdg_presentation_set_blank (MdgPresentation *self, MdgBlank blank);

/* Of the scenario on screen. */
const MdgDrill *mdg_presentation_get_drill (MdgPresentation *self);
const char *mdg_presentation_get_title (MdgPresentation *self);
const MdgNode *mdg_presentation_get_outcome (MdgPresentation *self);
guint mdg_presentation_get_n_steps (MdgPresentation *self);

/* Of the question on screen, or its answer. */
guint mdg_presentation_get_step (MdgPresentation *self);
const MdgNode *mdg_presentation_get_question (MdgPresentation *self);
const char *mdg_presentation_get_question_text (MdgPresentation *self);
const MdgGuideBasis *mdg_presentation_get_basis (MdgPresentation *self);
guint mdg_presentation_get_n_choices (MdgPresentation *self);
const MdgDrillOption *mdg_presentation_get_choice (MdgPresentation *self, guint choice);
gboolean mdg_presentation_is_right (MdgPresentation *self, guint choice);
guint mdg_presentation_get_votes (MdgPresentation *self, guint choice);
guint mdg_presentation_count_votes (MdgPresentation *self);
gboolean mdg_presentation_vote (MdgPresentation *self, guint choice, int change);
gboolean mdg_presentation_take_back (MdgPresentation *self);
gboolean mdg_presentation_clear_votes (MdgPresentation *self);

MdgSessionStep *mdg_presentation_dup_step (MdgPresentation *self, guint scenario, guint number);
void mdg_presentation_count_verdicts (MdgPresentation *self, guint *n_right, guint *n_asked);

G_END_DECLS
