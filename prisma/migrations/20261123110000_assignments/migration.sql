-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "dueAt" DATETIME,
    "closesAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "deletedAt" DATETIME,
    "papersAt" DATETIME,
    "releasedAt" DATETIME,
    "courseId" TEXT NOT NULL,
    CONSTRAINT "Assignment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Exception" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "opensAt" DATETIME,
    "dueAt" DATETIME,
    "closesAt" DATETIME,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Exception_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Exception_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ExamAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "blueprint" TEXT NOT NULL,
    "questions" INTEGER NOT NULL,
    "minutes" INTEGER,
    "terms" TEXT NOT NULL DEFAULT '{}',
    "startedAt" DATETIME,
    "endsAt" DATETIME,
    "finishedAt" DATETIME,
    "openUserId" TEXT,
    "number" INTEGER,
    "predictedMean" REAL,
    "predictedLow" REAL,
    "predictedHigh" REAL,
    "userId" TEXT NOT NULL,
    "assignmentId" TEXT,
    CONSTRAINT "ExamAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ExamAttempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_ExamAttempt" ("blueprint", "endsAt", "finishedAt", "id", "minutes", "openUserId", "predictedHigh", "predictedLow", "predictedMean", "questions", "startedAt", "userId") SELECT "blueprint", "endsAt", "finishedAt", "id", "minutes", "openUserId", "predictedHigh", "predictedLow", "predictedMean", "questions", "startedAt", "userId" FROM "ExamAttempt";
DROP TABLE "ExamAttempt";
ALTER TABLE "new_ExamAttempt" RENAME TO "ExamAttempt";
CREATE UNIQUE INDEX "ExamAttempt_openUserId_key" ON "ExamAttempt"("openUserId");
CREATE INDEX "ExamAttempt_userId_startedAt_idx" ON "ExamAttempt"("userId", "startedAt");
CREATE INDEX "ExamAttempt_finishedAt_endsAt_idx" ON "ExamAttempt"("finishedAt", "endsAt");
CREATE UNIQUE INDEX "ExamAttempt_assignmentId_userId_number_key" ON "ExamAttempt"("assignmentId", "userId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Assignment_courseId_opensAt_idx" ON "Assignment"("courseId", "opensAt");

-- CreateIndex
CREATE INDEX "Assignment_papersAt_opensAt_idx" ON "Assignment"("papersAt", "opensAt");

-- CreateIndex
CREATE INDEX "Exception_assignmentId_userId_at_idx" ON "Exception"("assignmentId", "userId", "at");

