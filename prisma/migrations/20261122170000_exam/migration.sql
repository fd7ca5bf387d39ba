-- CreateTable
CREATE TABLE "ExamAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "blueprint" TEXT NOT NULL,
    "questions" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "openUserId" TEXT,
    "userId" TEXT NOT NULL,
    CONSTRAINT "ExamAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamQuestion" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "itemVersion" INTEGER NOT NULL,
    "factId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "pathLength" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "itemId" TEXT NOT NULL,

    PRIMARY KEY ("attemptId", "position"),
    CONSTRAINT "ExamQuestion_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ExamQuestion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT,
    "position" INTEGER,
    "revision" INTEGER,
    "value" TEXT,
    "minutes" INTEGER,
    "attemptId" TEXT NOT NULL,
    CONSTRAINT "ExamEvent_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ExamAttempt_openUserId_key" ON "ExamAttempt"("openUserId");

-- CreateIndex
CREATE INDEX "ExamAttempt_userId_startedAt_idx" ON "ExamAttempt"("userId", "startedAt");

-- CreateIndex
CREATE INDEX "ExamAttempt_finishedAt_endsAt_idx" ON "ExamAttempt"("finishedAt", "endsAt");

-- CreateIndex
CREATE INDEX "ExamQuestion_itemId_idx" ON "ExamQuestion"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ExamEvent_attemptId_number_key" ON "ExamEvent"("attemptId", "number");

