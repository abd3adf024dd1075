/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-presentation-private.h"

/* Details, outcome, why. */
#define FRAMES_BESIDE_STEPS 3

enum
{
  CHANGED,
  MOVED,
  STEP_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPresentation, mdg_presentation, G_TYPE_OBJECT)

/**
 * mdg_presentation_peek_scenario:
 * @self: a presentation
 *
 * Returns: (nullable): the scenario on screen, %NULL at the end
 */
MdgPresentationScenario *
mdg_presentation_peek_scenario (MdgPresentation *self)
{
  return self->scenario < self->scenarios->len ? g_ptr_array_index (self->scenarios, self->scenario)
                                               : NULL;
}

/**
 * mdg_presentation_peek_step:
 * @self: a presentation
 *
 * Returns: (nullable): the question that is on screen, or whose answer is
 */
MdgPresentationStep *
mdg_presentation_peek_step (MdgPresentation *self)
{
  MdgFrameKind kind = mdg_presentation_get_frame_kind (self);

  if (kind != MDG_FRAME_QUESTION && kind != MDG_FRAME_ANSWER)
    return NULL;

  return g_ptr_array_index (mdg_presentation_peek_scenario (self)->steps, (self->frame - 1) / 2);
}

/**
 * mdg_presentation_emit_changed:
 * @self: a presentation
 *
 * Says that something else is to be shown.
 */
void
mdg_presentation_emit_changed (MdgPresentation *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mdg_presentation_emit_step_changed:
 * @self: a presentation
 *
 * Says that the votes on the question on screen changed, or that its answer was revealed.
 */
void
mdg_presentation_emit_step_changed (MdgPresentation *self)
{
  g_signal_emit (self, signals[STEP_CHANGED], 0, self->scenario, mdg_presentation_get_step (self));
}

static void
move (MdgPresentation *self, guint scenario, guint frame)
{
  MdgPresentationStep *step;

  self->scenario = scenario;
  self->frame = frame;

  step = mdg_presentation_peek_step (self);
  if (step != NULL && step->revealed_at == 0 &&
      mdg_presentation_get_frame_kind (self) == MDG_FRAME_ANSWER)
    {
      step->revealed_at = g_get_real_time () / G_USEC_PER_SEC;
      mdg_presentation_emit_step_changed (self);
    }
  g_signal_emit (self, signals[MOVED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mdg_presentation_finalize (GObject *object)
{
  MdgPresentation *self = MDG_PRESENTATION (object);

  g_ptr_array_unref (self->scenarios);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_presentation_parent_class)->finalize (object);
}

static void
mdg_presentation_class_init (MdgPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_presentation_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[STEP_CHANGED] =
    g_signal_new ("step-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
mdg_presentation_init (MdgPresentation *self)
{
  self->scenarios =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_presentation_scenario_free);
}

/**
 * mdg_presentation_new:
 * @pack: a guide pack
 * @session: a session
 *
 * Begins to present a session, or goes on where it was left, with the votes that it has.
 *
 * Returns: (transfer full): a presentation by the rules of the session's day
 */
MdgPresentation *
mdg_presentation_new (MdgGuidePack *pack, const MdgSession *session)
{
  MdgPresentation *self;

  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (session != NULL, NULL);

  self = g_object_new (MDG_TYPE_PRESENTATION, NULL);
  self->pack = mdg_guide_pack_ref (pack);
  for (guint i = 0; i < session->scenarios->len; i++)
    {
      MdgPresentationScenario *scenario = mdg_presentation_scenario_new (
        pack, session->day, g_ptr_array_index (session->scenarios, i));

      g_ptr_array_add (self->scenarios, scenario);
      for (guint j = 0; j < scenario->steps->len; j++)
        {
          const MdgSessionStep *record = mdg_session_find_step (session, i, j);

          if (record != NULL)
            mdg_presentation_step_restore (g_ptr_array_index (scenario->steps, j), record);
        }
    }
  self->scenario = MIN (session->scenario, self->scenarios->len);
  self->frame = MIN (session->frame, mdg_presentation_get_n_frames (self, self->scenario) - 1);

  return self;
}

/**
 * mdg_presentation_get_n_scenarios:
 * @self: a presentation
 *
 * Returns: how many scenarios there are
 */
guint
mdg_presentation_get_n_scenarios (MdgPresentation *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTATION (self), 0);

  return self->scenarios->len;
}

/**
 * mdg_presentation_get_scenario:
 * @self: a presentation
 *
 * Returns: the place of the scenario on screen, from 0; at the end, how many there are
 */
guint
mdg_presentation_get_scenario (MdgPresentation *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTATION (self), 0);

  return self->scenario;
}

/**
 * mdg_presentation_get_frame:
 * @self: a presentation
 *
 * Returns: the place of the frame on screen in its scenario, from 0
 */
guint
mdg_presentation_get_frame (MdgPresentation *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTATION (self), 0);

  return self->frame;
}

/**
 * mdg_presentation_get_n_frames:
 * @self: a presentation
 * @scenario: a scenario, or how many there are for the end
 *
 * Returns: how many frames it has
 */
guint
mdg_presentation_get_n_frames (MdgPresentation *self, guint scenario)
{
  const MdgPresentationScenario *record;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), 1);
  g_return_val_if_fail (scenario <= self->scenarios->len, 1);

  if (scenario == self->scenarios->len)
    return 1;
  record = g_ptr_array_index (self->scenarios, scenario);

  return record->drill != NULL ? FRAMES_BESIDE_STEPS + 2 * record->steps->len : 1;
}

/**
 * mdg_presentation_get_frame_kind:
 * @self: a presentation
 *
 * Returns: what is on screen
 */
MdgFrameKind
mdg_presentation_get_frame_kind (MdgPresentation *self)
{
  const MdgPresentationScenario *scenario;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), MDG_FRAME_END);

  scenario = mdg_presentation_peek_scenario (self);
  if (scenario == NULL)
    return MDG_FRAME_END;
  if (scenario->drill == NULL)
    return MDG_FRAME_MISSING;
  if (self->frame == 0)
    return MDG_FRAME_DETAILS;
  if (self->frame <= 2 * scenario->steps->len)
    return self->frame % 2 == 1 ? MDG_FRAME_QUESTION : MDG_FRAME_ANSWER;

  return self->frame == 2 * scenario->steps->len + 1 ? MDG_FRAME_OUTCOME : MDG_FRAME_WHY;
}

/**
 * mdg_presentation_forward:
 * @self: a presentation
 *
 * Shows the next frame. If the screen is blank, only shows again what was there.
 *
 * Returns: whether another frame is on screen
 */
gboolean
mdg_presentation_forward (MdgPresentation *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTATION (self), FALSE);

  if (self->blank != MDG_BLANK_NONE)
    {
      mdg_presentation_set_blank (self, MDG_BLANK_NONE);
      return FALSE;
    }
  if (self->scenario == self->scenarios->len)
    return FALSE;

  if (self->frame + 1 < mdg_presentation_get_n_frames (self, self->scenario))
    move (self, self->scenario, self->frame + 1);
  else
    move (self, self->scenario + 1, 0);

  return TRUE;
}

/**
 * mdg_presentation_back:
 * @self: a presentation
 *
 * Shows the frame before. If the screen is blank, only shows again what was there.
 *
 * Returns: whether another frame is on screen
 */
gboolean
mdg_presentation_back (MdgPresentation *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTATION (self), FALSE);

  if (self->blank != MDG_BLANK_NONE)
    {
      mdg_presentation_set_blank (self, MDG_BLANK_NONE);
      return FALSE;
    }
  if (self->frame > 0)
    move (self, self->scenario, self->frame - 1);
  else if (self->scenario > 0)
    move (self, self->scenario - 1, mdg_presentation_get_n_frames (self, self->scenario - 1) - 1);
  else
    return FALSE;

  return TRUE;
}

/**
 * mdg_presentation_go_to:
 * @self: a presentation
 * @scenario: a scenario; whatever is behind the last one is the end
 * @frame: a frame of it; whatever is behind its last one is its last one
 *
 * Shows any frame, and ends a blank screen.
 */
void
mdg_presentation_go_to (MdgPresentation *self, guint scenario, guint frame)
{
  g_return_if_fail (MDG_IS_PRESENTATION (self));

  scenario = MIN (scenario, self->scenarios->len);
  frame = MIN (frame, mdg_presentation_get_n_frames (self, scenario) - 1);
  mdg_presentation_set_blank (self, MDG_BLANK_NONE);
  if (scenario != self->scenario || frame != self->frame)
    move (self, scenario, frame);
}

/**
 * mdg_presentation_get_blank:
 * @self: a presentation
 *
 * Returns: whether the screen is blank, and how
 */
MdgBlank
mdg_presentation_get_blank (MdgPresentation *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTATION (self), MDG_BLANK_NONE);

  return self->blank;
}

/**
 * mdg_presentation_set_blank:
 * @self: a presentation
 * @blank: whether the screen is blank, and how
 *
 * Blanks the screen or shows again what was there.
 */
void
mdg_presentation_set_blank (MdgPresentation *self, MdgBlank blank)
{
  g_return_if_fail (MDG_IS_PRESENTATION (self));

  if (self->blank == blank)
    return;
  self->blank = blank;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mdg_presentation_get_drill:
 * @self: a presentation
 *
 * Returns: (nullable): the drill on screen; %NULL at the end, or if it cannot be shown
 */
const MdgDrill *
mdg_presentation_get_drill (MdgPresentation *self)
{
  const MdgPresentationScenario *scenario;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), NULL);

  scenario = mdg_presentation_peek_scenario (self);

  return scenario != NULL ? scenario->drill : NULL;
}

/**
 * mdg_presentation_get_title:
 * @self: a presentation
 *
 * Returns: what the session notes of the scenario on screen; empty at the end
 */
const char *
mdg_presentation_get_title (MdgPresentation *self)
{
  const MdgPresentationScenario *scenario;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), "");

  scenario = mdg_presentation_peek_scenario (self);

  return scenario != NULL ? scenario->title : "";
}

/**
 * mdg_presentation_get_outcome:
 * @self: a presentation
 *
 * Returns: (nullable): the card that the scenario on screen ends with
 */
const MdgNode *
mdg_presentation_get_outcome (MdgPresentation *self)
{
  const MdgPresentationScenario *scenario;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), NULL);

  scenario = mdg_presentation_peek_scenario (self);

  return scenario != NULL ? scenario->outcome : NULL;
}

/**
 * mdg_presentation_get_n_steps:
 * @self: a presentation
 *
 * Returns: how many questions the scenario on screen has
 */
guint
mdg_presentation_get_n_steps (MdgPresentation *self)
{
  const MdgPresentationScenario *scenario;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), 0);

  scenario = mdg_presentation_peek_scenario (self);

  return scenario != NULL ? scenario->steps->len : 0;
}
