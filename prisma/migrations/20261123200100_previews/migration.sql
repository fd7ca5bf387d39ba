-- Looks that staff took at a paper are numbered below 0: they are no tries, whatever their owner becomes.
UPDATE "ExamAttempt" SET number = -number
WHERE number > 0 AND "startedAt" IS NOT NULL AND EXISTS (
  SELECT 1 FROM "Assignment" a JOIN "Member" m ON m."courseId" = a."courseId"
  WHERE a.id = "ExamAttempt"."assignmentId" AND m."userId" = "ExamAttempt"."userId" AND m.role IN ('owner', 'teacher', 'assistant'));
