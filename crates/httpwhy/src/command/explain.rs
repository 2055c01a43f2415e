//! Explains codes, words and responses.

use httpwhy_report::Report;
use jiff::Zoned;

use crate::args::Args;
use crate::error::Error;
use crate::evidence::{self, Evidence};
use crate::output;

pub fn run(args: &Args) -> Result<(), Error> {
    let evidence = evidence::sort(&args.evidence)?;
    let inputs: Vec<String> = evidence
        .iter()
        .filter_map(|one| if let Evidence::Input(name) = one { Some(name.clone()) } else { None })
        .collect();
    if inputs.len() > 1 {
        return Err(Error::SeveralInputs { names: inputs });
    }
    let mut reports = Vec::new();
    for one in &evidence {
        match one {
            Evidence::Input(name) => reports.push(Report::diagnosis(&evidence::read(name, args)?, &Zoned::now())),
            Evidence::Query(query) => {
                let (report, remark) = evidence::find(query)?;
                if let Some(remark) = remark {
                    output::remark(&remark, &args.output);
                }
                reports.push(report);
            }
        }
    }
    output::reports(&reports, &args.output)
}
