-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ExamQuestion" (
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
    "itemId" TEXT,
    "versionId" TEXT,

    PRIMARY KEY ("attemptId", "position"),
    CONSTRAINT "ExamQuestion_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ExamQuestion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ExamQuestion" ("attemptId", "body", "factId", "itemId", "itemVersion", "level", "pathLength", "points", "position", "seed", "topic") SELECT "attemptId", "body", "factId", "itemId", "itemVersion", "level", "pathLength", "points", "position", "seed", "topic" FROM "ExamQuestion";
DROP TABLE "ExamQuestion";
ALTER TABLE "new_ExamQuestion" RENAME TO "ExamQuestion";
CREATE INDEX "ExamQuestion_itemId_idx" ON "ExamQuestion"("itemId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

