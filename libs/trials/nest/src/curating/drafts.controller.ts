import { Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AllowRoles, CurrentPrincipal, HttpGuard, type Principal } from '@consilium/platform-identity';
import { ImportTrialDrafts, type ImportedDrafts } from './import-drafts.command.js';
import { refuse, textOfUpload, type UploadRequest } from './read-upload.js';

/** Takes files of trials, in whichever form, as drafts; nothing of them is in use before it is reviewed and published. */
@Controller('trials/drafts')
@UseGuards(HttpGuard)
export class TrialDraftsController {
  constructor(private readonly commands: CommandBus) {}

  /** 201 where at least one trial was taken; 422 where none was. */
  @Post()
  @HttpCode(201)
  @AllowRoles('curator')
  async upload(@Req() request: UploadRequest, @CurrentPrincipal() asker: Principal): Promise<ImportedDrafts> {
    const imported = await this.commands.execute(new ImportTrialDrafts(asker, await textOfUpload(request)));
    if (imported.drafts.length === 0 && imported.problems.length > 0) throw refuse(422, ...imported.problems);
    return imported;
  }
}
