-- AlterTable
ALTER TABLE "ExamAttempt" ADD COLUMN "predictedHigh" REAL;
ALTER TABLE "ExamAttempt" ADD COLUMN "predictedLow" REAL;
ALTER TABLE "ExamAttempt" ADD COLUMN "predictedMean" REAL;

-- CreateTable
CREATE TABLE "Weights" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "algorithm" TEXT NOT NULL,
    "weights" TEXT NOT NULL,
    "trainedAt" DATETIME NOT NULL,
    "reviews" INTEGER NOT NULL,
    "heldOut" INTEGER NOT NULL,
    "lossBefore" REAL NOT NULL,
    "lossAfter" REAL NOT NULL,
    CONSTRAINT "Weights_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Training" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "beatAt" DATETIME,
    "endedAt" DATETIME,
    "runner" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "progress" REAL NOT NULL DEFAULT 0,
    "outcome" TEXT,
    CONSTRAINT "Training_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Training_state_askedAt_idx" ON "Training"("state", "askedAt");

