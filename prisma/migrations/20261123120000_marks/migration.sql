-- CreateTable
CREATE TABLE "Override" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "points" INTEGER,
    "reason" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Override_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Override_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Regrade" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    CONSTRAINT "Regrade_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RegradeChange" (
    "earnedBefore" INTEGER,
    "outOfBefore" INTEGER,
    "earnedAfter" INTEGER,
    "outOfAfter" INTEGER,
    "regradeId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    PRIMARY KEY ("regradeId", "userId"),
    CONSTRAINT "RegradeChange_regradeId_fkey" FOREIGN KEY ("regradeId") REFERENCES "Regrade" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RegradeChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "seenAt" DATETIME,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "answeredBy" TEXT,
    "answer" TEXT,
    "outcome" TEXT,
    "attemptId" TEXT NOT NULL,
    CONSTRAINT "Report_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PaperScore" (
    "attemptId" TEXT NOT NULL PRIMARY KEY,
    "events" INTEGER NOT NULL,
    "rules" TEXT NOT NULL,
    "earned" INTEGER NOT NULL,
    "outOf" INTEGER NOT NULL,
    CONSTRAINT "PaperScore_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Course" ADD COLUMN "marking" TEXT NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Override_assignmentId_userId_at_idx" ON "Override"("assignmentId", "userId", "at");

-- CreateIndex
CREATE INDEX "Override_userId_idx" ON "Override"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Regrade_assignmentId_number_key" ON "Regrade"("assignmentId", "number");

-- CreateIndex
CREATE INDEX "RegradeChange_userId_idx" ON "RegradeChange"("userId");

-- CreateIndex
CREATE INDEX "Notice_userId_at_idx" ON "Notice"("userId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Report_attemptId_position_key" ON "Report"("attemptId", "position");
