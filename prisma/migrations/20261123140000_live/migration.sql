-- CreateTable
CREATE TABLE "LiveQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "revealedAt" DATETIME,
    "courseId" TEXT NOT NULL,
    CONSTRAINT "LiveQuestion_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LiveAnswer" (
    "liveId" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("liveId", "voter"),
    CONSTRAINT "LiveAnswer_liveId_fkey" FOREIGN KEY ("liveId") REFERENCES "LiveQuestion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "LiveQuestion_code_key" ON "LiveQuestion"("code");

-- CreateIndex
CREATE INDEX "LiveQuestion_courseId_openedAt_idx" ON "LiveQuestion"("courseId", "openedAt");

