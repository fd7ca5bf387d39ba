-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME,
    "joinCode" TEXT,
    "joinToken" TEXT
);

-- CreateTable
CREATE TABLE "Member" (
    "courseId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "joinedAt" DATETIME NOT NULL,
    "leftAt" DATETIME,
    "factor" REAL NOT NULL DEFAULT 1,
    "extraMinutes" INTEGER NOT NULL DEFAULT 0,
    "breakMinutes" INTEGER NOT NULL DEFAULT 0,
    "userId" TEXT NOT NULL,

    PRIMARY KEY ("courseId", "userId"),
    CONSTRAINT "Member_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "takenAt" DATETIME,
    "courseId" TEXT NOT NULL,
    "userId" TEXT,
    CONSTRAINT "Seat_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CourseEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    CONSTRAINT "CourseEvent_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Course_joinCode_key" ON "Course"("joinCode");

-- CreateIndex
CREATE UNIQUE INDEX "Course_joinToken_key" ON "Course"("joinToken");

-- CreateIndex
CREATE INDEX "Member_userId_leftAt_idx" ON "Member"("userId", "leftAt");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_token_key" ON "Seat"("token");

-- CreateIndex
CREATE INDEX "Seat_userId_idx" ON "Seat"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_courseId_email_key" ON "Seat"("courseId", "email");

-- CreateIndex
CREATE INDEX "CourseEvent_courseId_at_idx" ON "CourseEvent"("courseId", "at");

