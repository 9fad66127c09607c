// Imported first: the functions' logger reads this when it is made, and its lines would be measured too.
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
