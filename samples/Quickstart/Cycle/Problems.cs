namespace OrderToCash.Quickstart;

/// <summary>What the books refused, so that it is reported and nothing is lost silently.</summary>
internal sealed class Problems(RejectionLog log)
{
    /// <summary>True for a success; a refusal is logged with all its errors.</summary>
    /// <param name="what">The thing that was refused.</param>
    /// <param name="result">What the desk answered.</param>
    /// <param name="file">The input it came from.</param>
    /// <param name="line">The line of the input; zero for none.</param>
    public bool IsGood<T>(string what, Result<T> result, string file = "books", int line = 0)
    {
        foreach (var error in result.Errors)
            log.Refused(file, line, error with { Message = $"{what}: {error.Message}" });
        return result.IsSuccess;
    }
}
